import { shipmentGiven } from '@milepost/contract';
import type { SimulatedParcel } from '@milepost/simulator';
import { describe, expect, it } from 'vitest';
import { demoBrands } from './demo-brands.ts';
import { demoShipment } from './demo-shipment.ts';

const labelAt = Date.UTC(2026, 2, 16, 8);
const parcel: SimulatedParcel = {
  trackingNumber: '3SWLMG123456789',
  carrier: 'postnl',
  reference: 'SO-POSTNL-000007',
  origin: { name: 'Zwolle', postcode: '8011 PK', country: 'NL', zone: 'Europe/Amsterdam' },
  destination: {
    name: 'Groningen',
    postcode: '9711 LM',
    region: 'GR',
    country: 'NL',
    zone: 'Europe/Amsterdam',
  },
  expected: { from: labelAt + 1, to: labelAt + 2 },
  weightGrams: 400,
  recipientName: 'Bram de Wit',
  kind: 'domestic',
  labelAt,
};

describe('a shipment of the demo', () => {
  it('contains everything that a shop knows about it', () => {
    expect(demoShipment(parcel, demoBrands[0], 6)).toEqual({
      references: ['FF-100007', 'SO-POSTNL-000007'],
      recipientName: 'Bram de Wit',
      recipientEmail: 'bram.de.wit16@example.org',
      origin: { name: 'Zwolle', postcode: '8011 PK', country: 'NL' },
      destination: { name: 'Groningen', postcode: '9711 LM', region: 'GR', country: 'NL' },
      service: 'Standard parcel',
      despatchDate: '2026-03-16',
      promised: { from: '2026-03-16T08:00:00.001Z', to: '2026-03-16T08:00:00.002Z' },
      parcels: [{ carrier: 'postnl', trackingNumber: '3SWLMG123456789' }],
    });
  });

  it('for a same-day parcel has an order number of a separate series', () => {
    const sameDay = { ...parcel, kind: 'same_day', reference: 'SD-UPS-000012', carrier: 'ups' } as const;
    const { references, service } = demoShipment(sameDay, demoBrands[0], 11);
    expect({ references, service }).toEqual({ references: ['FF-SD-UPS-000012'], service: 'Same day' });
  });

  it.each([0, 1, 3, 2_999])('at index %i is valid for the API too', (place) => {
    const { recipientName, recipientEmail, promised, parcels, ...fields } = demoShipment(
      parcel,
      demoBrands[1],
      place,
    );
    const { success } = shipmentGiven.safeParse({
      ...fields,
      ...parcels[0],
      recipient: { name: recipientName, email: recipientEmail },
      promisedDelivery: promised ?? undefined,
    });
    expect(success).toBe(true);
    expect(promised === null).toBe(place % 4 === 0);
  });
});
