import type { Carrier } from '@milepost/connectors';
import { normaliseTrackingNumber } from '@milepost/domain';
import { Refusal } from '../../platform/http/refusal.ts';

export interface CarrierChoice {
  carriers: ReadonlyMap<string, Carrier>;
  /** Carriers at which the workspace has an account; preferred over the others. */
  withAccount: ReadonlySet<string>;
}

/**
 * The named carrier, or the only one that recognises the number. Throws a `Refusal` that lists the
 * candidates.
 */
export function chooseCarrier(
  named: string | undefined,
  trackingNumber: string,
  pointer: string,
  choice: CarrierChoice,
): string {
  if (named !== undefined) return knownCarrier(named, pointer, choice);
  const candidates = candidatesFor(trackingNumber, choice);
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only;
  const errors = [{ pointer: `${pointer}/carrier`, detail: 'Required for this number.' }];
  if (only === undefined) {
    throw new Refusal('carrier_not_recognised', 'No carrier recognises the number.', { errors });
  }
  throw new Refusal(
    'carrier_ambiguous',
    `Several carriers use numbers like this: ${candidates.join(', ')}.`,
    {
      errors,
      candidates,
    },
  );
}

function knownCarrier(name: string, pointer: string, { carriers }: CarrierChoice): string {
  if (carriers.has(name)) return name;
  const detail = `"${name}" is not a supported carrier.`;
  throw new Refusal('carrier_unknown', detail, { errors: [{ pointer: `${pointer}/carrier`, detail }] });
}

/** Carriers with an account first, then by name. */
function candidatesFor(trackingNumber: string, { carriers, withAccount }: CarrierChoice): string[] {
  const number = normaliseTrackingNumber(trackingNumber);
  const rank = (name: string): number => (withAccount.has(name) ? 0 : 1);
  return [...carriers.values()]
    .filter(({ manifest }) => manifest.recognises(number))
    .map(({ manifest }) => manifest.name)
    .sort((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1));
}
