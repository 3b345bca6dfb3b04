import { subStatuses } from '@milepost/domain';
import { expect, it } from 'vitest';
import type { Carrier } from '../carrier/carrier.ts';
import { isIgnored } from '../carrier/code-table.ts';
import type { Fixture } from '../carrier/fixture.ts';

/** What only carriers have: code tables and tracking numbers. */
export function checkCarrier({ manifest, codeTables }: Carrier, fixtures: readonly Fixture[]): void {
  it('maps or ignores every code of its tables', () => {
    for (const table of Object.values(codeTables)) {
      for (const [code, fate] of table) {
        if (isIgnored(fate)) expect(fate.ignored, `reason to ignore ${code}`).not.toBe('');
        else expect(subStatuses[fate.subStatus], `sub-status of ${code}`).toBeDefined();
      }
    }
  });

  it('recognises the tracking numbers of its fixtures', () => {
    for (const { trackingNumber } of fixtures.flatMap(({ shipments }) => shipments)) {
      expect(manifest.recognises(trackingNumber), trackingNumber).toBe(true);
    }
  });
}
