import { describe, expect, it } from 'vitest';
import { isIgnored } from '../../_kit/index.ts';
import { readCode } from './codes.ts';

/** [service, status, statusCode, sub-status or reason to ignore, evidence, code, family, unmapped] */
const cases = [
  [
    'ecommerce-europe',
    '42',
    'transit',
    'out_for_delivery.with_driver',
    'documented',
    '42',
    'ecommerce-europe',
    null,
  ],
  ['ecommerce', '100', 'transit', 'in_transit.accepted', 'documented', '100', 'ecommerce', null],
  ['ecommerce-europe', '100', 'failure', 'returning.started', 'documented', '100', 'ecommerce-europe', null],
  ['parcel-de', 'AN', 'failure', 'info_received.pickup_failed', 'documented', 'AN', 'parcel-de', null],
  ['parcel-pl', 'AN', 'failure', 'exception.address_problem', 'documented', 'AN', 'parcel-pl', null],
  // The division's code overrides a contradicting class.
  [
    'express',
    'DELIVERED',
    'pre-transit',
    'delivered.handed_over',
    'documented',
    'DELIVERED',
    'express',
    null,
  ],
  ['parcel-de', 'ZF', 'delivered', 'available_for_pickup.ready', 'documented', 'ZF', 'parcel-de', null],
  [
    'ecommerce-europe',
    '302',
    'delivered',
    'in_transit.handed_to_partner',
    'inferred',
    '302',
    'ecommerce-europe',
    null,
  ],
  [
    'ecommerce',
    'LABEL CREATED',
    'unknown',
    'info_received.label_created',
    'documented',
    'LABEL CREATED',
    'ecommerce',
    null,
  ],
  // Without a code of the division only the class is left.
  [
    'parcel-pl',
    undefined,
    'pre-transit',
    'info_received.data_received',
    'inferred',
    'pre-transit',
    'statusCode',
    null,
  ],
  ['parcel-pl', undefined, 'transit', 'in_transit.moving', 'inferred', 'transit', 'statusCode', null],
  ['parcel-pl', undefined, 'delivered', 'delivered.handed_over', 'inferred', 'delivered', 'statusCode', null],
  ['parcel-pl', undefined, 'failure', 'exception.unspecified', 'inferred', 'failure', 'statusCode', null],
  ['parcel-pl', undefined, 'unknown', 'unknown.unmapped', 'none', 'unknown', 'statusCode', null],
  // An unknown code keeps the meaning of the class and is reported.
  ['express', 'ZQ', 'transit', 'in_transit.moving', 'inferred', 'ZQ', 'express', 'ZQ'],
  ['express', 'ZQ', 'unknown', 'unknown.unmapped', 'none', 'ZQ', 'express', 'ZQ'],
  ['express', 'ZQ', undefined, undefined, undefined, 'ZQ', 'express', null],
  ['express', 'ZQ', 'brand-new', undefined, undefined, 'ZQ', 'express', null],
  ['', undefined, undefined, undefined, undefined, null, null, null],
  // A sentence is reported without numbers and mark-up, and is not part of the identity.
  [
    'parcel-de',
    'At <b>shop 12</b> now',
    'transit',
    'in_transit.moving',
    'inferred',
    'transit',
    'statusCode',
    'At shop # now',
  ],
] as const;

describe('the meaning of a DHL status', () => {
  for (const [service, status, statusCode, subStatus, evidence, code, family, unmapped] of cases) {
    it(`reads ${service || 'no service'}, ${status ?? 'no status'}, ${statusCode ?? 'no class'} as ${subStatus ?? 'unknown'}`, () => {
      const reading = readCode({ service, status, statusCode });
      const { fate } = reading;
      const mapped = fate === undefined || isIgnored(fate) ? undefined : fate;
      expect({ subStatus: mapped?.subStatus, evidence: mapped?.evidence }).toEqual({ subStatus, evidence });
      expect({ code: reading.code, family: reading.family, unmapped: reading.unmapped }).toEqual({
        code,
        family,
        unmapped,
      });
    });
  }
});
