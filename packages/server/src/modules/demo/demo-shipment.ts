import type { SimulatedParcel } from '@milepost/simulator';
import type { RegisterInput } from '../tracking/index.ts';
import type { DemoBrand } from './demo-brands.ts';

/**
 * What the shop knows about a parcel. `place` is its index among the shop's labels, or among the carrier's
 * same-day labels. All people are invented, and the e-mail addresses do not exist (RFC 2606).
 */
export function demoShipment(parcel: SimulatedParcel, brand: DemoBrand, place: number): RegisterInput {
  const { carrier, trackingNumber, recipientName, expected, labelAt, reference } = parcel;
  const isSameDay = parcel.kind === 'same_day';
  const services = isSameDay ? ['Same day'] : (brand.services[carrier] ?? []);
  // Shops do not promise a day for every order.
  const isPromised = expected !== null && place % 4 !== 0;
  return {
    references: isSameDay
      ? [`${brand.orderPrefix}-${reference}`]
      : [`${brand.orderPrefix}-${100_001 + place}`, reference],
    recipientName,
    recipientEmail: `${mailbox(recipientName)}${(place % 90) + 10}@example.org`,
    origin: placeOf(parcel.origin),
    destination: placeOf(parcel.destination),
    service: services[place % services.length] ?? null,
    despatchDate: new Date(labelAt).toISOString().slice(0, 10),
    promised: isPromised ? { from: iso(expected.from), to: iso(expected.to) } : null,
    parcels: [{ carrier, trackingNumber }],
  };
}

function mailbox(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]+/g, '.');
}

function placeOf({ name, postcode, region, country }: SimulatedParcel['origin']) {
  return { name, postcode, country, ...(region === undefined ? {} : { region }) };
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
