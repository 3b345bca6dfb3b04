import { expect, test } from 'vitest';
import { describeHit } from './describe-hit.ts';

const shipment = {
  trackingNumber: 'SCULL1',
  references: ['RUDDER-1', 'KEEL-1'],
  recipient: { name: 'Ada Oar' },
};
const nameless = { ...shipment, references: [], recipient: { name: null } };

test.each([
  ['its name', 'Ada Oar', shipment, ['Ada Oar', 'RUDDER-1']],
  ['its number', 'SCULL1', shipment, ['Ada Oar', 'RUDDER-1']],
  ['its order', 'RUDDER-1', shipment, ['RUDDER-1', 'Ada Oar']],
  ['its other reference', 'KEEL-1', shipment, ['KEEL-1', 'Ada Oar', 'RUDDER-1']],
  ['a hidden value', null, nameless, []],
])('describes a hit found by %s without repetition', (_, value, given, expected) => {
  expect(describeHit(value, given)).toEqual(expected);
});
