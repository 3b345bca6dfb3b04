import { expect, it } from 'vitest';
import type { PortalCandidate } from '../store/portal-look-up.ts';
import { type Chosen, chooseCandidate } from './choose-candidate.ts';

const one: PortalCandidate = { trackingId: 'M1', postcode: '3511LX', by: 'number' };
const other: PortalCandidate = { trackingId: 'M2', postcode: '1012AB', by: 'number' };
const order: PortalCandidate = { trackingId: 'M3', postcode: '3511LX', by: 'reference' };
const nowhere: PortalCandidate = { trackingId: 'M4', postcode: null, by: 'number' };
const open = (trackingId: string): Chosen => ({ trackingId, isOpen: true });
const closed = (trackingId: string): Chosen => ({ trackingId, isOpen: false });

it.each<[string, PortalCandidate[], string, Chosen | null]>([
  ['a number alone shows the shipment, closed', [one], '', closed('M1')],
  ['the right postcode opens it, however it is written', [one], ' 3511 lx', open('M1')],
  ['a wrong postcode finds nothing', [one], '3511 LY', null],
  ['the beginning of a postcode is another postcode', [one], '3511', null],
  ['an unknown number finds nothing', [], '3511 LX', null],
  ['an order number alone finds nothing', [order], '', null],
  ['an order number with its postcode opens', [order], '3511LX', open('M3')],
  ['a number that two shipments carry needs the postcode', [one, other], '', null],
  ['the postcode tells two shipments apart', [one, other], '1012ab', open('M2')],
  ['of two that fit the newest is meant', [order, one], '3511LX', open('M3')],
  ['a shipment without postcode is opened by none', [nowhere], '3511LX', null],
  ['a postcode of signs only counts as not given', [nowhere], '--', closed('M4')],
])('%s', (_, candidates, postcode, expected) => {
  expect(chooseCandidate(candidates, postcode)).toEqual(expected);
});
