import { expect, it } from 'vitest';
import type { PortalCandidate } from '../store/portal-look-up.ts';
import { type Chosen, chooseCandidate } from './choose-candidate.ts';

const first: PortalCandidate = { trackingId: 'M1', postcode: '3511LX', by: 'number' };
const second: PortalCandidate = { trackingId: 'M2', postcode: '1012AB', by: 'number' };
const order: PortalCandidate = { trackingId: 'M3', postcode: '3511LX', by: 'reference' };
const withoutPostcode: PortalCandidate = { trackingId: 'M4', postcode: null, by: 'number' };
const open = (trackingId: string): Chosen => ({ trackingId, isOpen: true });
const closed = (trackingId: string): Chosen => ({ trackingId, isOpen: false });

it.each<[string, PortalCandidate[], string, Chosen | null]>([
  ['a number alone finds the shipment without details', [first], '', closed('M1')],
  ['the right postcode shows the details, however it is written', [first], ' 3511 lx', open('M1')],
  ['a wrong postcode finds nothing', [first], '3511 LY', null],
  ['the start of a postcode is not enough', [first], '3511', null],
  ['an unknown number finds nothing', [], '3511 LX', null],
  ['an order number alone finds nothing', [order], '', null],
  ['an order number with its postcode shows the details', [order], '3511LX', open('M3')],
  ['a number of two shipments needs the postcode', [first, second], '', null],
  ['the postcode distinguishes two shipments', [first, second], '1012ab', open('M2')],
  ['the newest of two matches is chosen', [order, first], '3511LX', open('M3')],
  ['no postcode opens a shipment without one', [withoutPostcode], '3511LX', null],
  ['a postcode without letters and digits counts as not given', [withoutPostcode], '--', closed('M4')],
])('%s', (_, candidates, postcode, expected) => {
  expect(chooseCandidate(candidates, postcode)).toEqual(expected);
});
