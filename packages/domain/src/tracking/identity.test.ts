import { describe, expect, it } from 'vitest';
import type { EventTime } from '../time/index.ts';
import type { DetailsFact, ShipmentDetails } from './fact.ts';
import { identityAndRevisionOf, identityOf, revisionOf } from './identity.ts';

const noon: EventTime = {
  localTime: '2026-03-01T12:00:00',
  precision: 'second',
  zone: 'Europe/Amsterdam',
  zoneSource: 'payload_offset',
  occurredAt: Date.UTC(2026, 2, 1, 11),
};
const evening: EventTime = {
  ...noon,
  localTime: '2026-03-01T18:00:00',
  occurredAt: Date.UTC(2026, 2, 1, 17),
};

const everything: Required<ShipmentDetails> = {
  answer: 'not_found',
  estimatedDelivery: { from: noon, to: evening },
  promisedDelivery: { from: null, to: evening },
  deliveredAt: evening,
  signedBy: 'Vermeer',
  service: 'Express',
  references: ['A-1', 'B-2'],
  origin: { name: 'Utrecht', country: 'NL' },
  destination: { name: 'Gent', postcode: '9000', country: 'BE' },
  weightGrams: 1200,
  parcelCount: 2,
  pickupBy: evening,
  partner: { carrier: 'gls', trackingNumber: 'Z1' },
};

/** A different value for each member. */
const different: Required<ShipmentDetails> = {
  answer: 'invalid_number',
  estimatedDelivery: { from: evening, to: evening },
  promisedDelivery: { from: noon, to: evening },
  deliveredAt: noon,
  signedBy: 'Rembrandt',
  service: 'Standard',
  references: ['A-1'],
  origin: { name: 'Utrecht', country: 'NL', street: 'Oudegracht 1' },
  destination: { name: 'Gent', postcode: '9050', country: 'BE' },
  weightGrams: 1201,
  parcelCount: 3,
  pickupBy: { ...evening, zone: null },
  partner: { carrier: null, trackingNumber: 'Z1' },
};

// The keys of a closed table are its own keys; TypeScript widens them to string.
const names = Object.keys(everything) as (keyof ShipmentDetails)[];

function detailsFact(details: ShipmentDetails, asOf: number | null = null): DetailsFact {
  return { kind: 'details', asOf, details };
}

describe('details of a parcel', () => {
  it('have a revision that does not depend on the order of members', () => {
    const reversed = Object.fromEntries(Object.entries(everything).reverse());
    expect(Object.keys(reversed)).not.toEqual(Object.keys(everything));
    expect(revisionOf(detailsFact(reversed))).toBe(revisionOf(detailsFact(everything)));
  });

  it.each(names)('have another revision if %s differs or is missing', (name) => {
    const revision = revisionOf(detailsFact(everything));
    const { [name]: _, ...without } = everything;
    expect(revisionOf(detailsFact({ ...everything, [name]: different[name] }))).not.toBe(revision);
    expect(revisionOf(detailsFact(without))).not.toBe(revision);
  });

  it('have another identity if they refer to another time', () => {
    expect(identityOf(detailsFact(everything, 1))).not.toBe(identityOf(detailsFact(everything, 2)));
  });

  it('have the same identity and revision from identityAndRevisionOf as from the single functions', () => {
    const fact = detailsFact(everything, 1);
    expect(identityAndRevisionOf(fact)).toEqual({ identity: identityOf(fact), revision: revisionOf(fact) });
  });
});
