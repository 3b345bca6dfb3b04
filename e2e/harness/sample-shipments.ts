import type { PushedEvent } from './shop.ts';

interface SampleShipment {
  carrier: 'generic';
  trackingNumber: string;
  references: string[];
  recipient: { name?: string; email: string };
  destination: { name: string; postcode: string; country: string };
}

const firstNames = ['Noor', 'Emil', 'Ines', 'Tomasz', 'Leyla', 'Joris', 'Paula', 'Sami'];
const lastNames = ['Verhoeven', 'Brandt', 'Carvalho', 'Nowak', 'Demir'];
const towns = [
  { name: 'Utrecht', postcode: '3511 LX', country: 'NL' },
  { name: 'Ghent', postcode: '9000', country: 'BE' },
  { name: 'Aachen', postcode: '52062', country: 'DE' },
];
/** The last status of each shipment, in rotation; null: no events from the carrier. */
const lastStatuses = [
  'in_transit.accepted',
  'out_for_delivery.with_driver',
  'in_transit.accepted',
  null,
  'delivered.signed',
  'in_transit.accepted',
  'exception.customs_documents',
] as const;

/** The shipment that tests search for; all its values are unique. */
export const soughtShipment = {
  carrier: 'generic',
  trackingNumber: 'KAYAK7700421',
  references: ['LAMP-2026-0815'],
  recipient: { name: 'Marguerite Oosterhuis', email: 'marguerite@oosterhuis.example' },
  destination: { name: 'Zierikzee', postcode: '4301 XZ', country: 'NL' },
} as const;

/** A shipment whose customer has only an e-mail address, which not every role may see. */
export const namelessShipment: SampleShipment = {
  carrier: 'generic',
  trackingNumber: 'KAYAK7700422',
  references: ['LAMP-2026-0816'],
  recipient: { email: 'quiet@customer.example' },
  destination: { name: 'Bruges', postcode: '8000', country: 'BE' },
};

/** A carrier status that has no mapping. */
export const unknownStatus = 'left_on_the_moon';

export const shipmentCount = 48;

/** Shipments like those of a small shop, enough to make the list scroll. */
export function sampleShipments(): (SampleShipment | typeof soughtShipment)[] {
  const many = Array.from({ length: shipmentCount - 2 }, (_, index) => ({
    carrier: 'generic' as const,
    trackingNumber: numberOf(index),
    references: [`TEAPOT-${3_000 + index}`],
    recipient: {
      name: `${at(firstNames, index)} ${at(lastNames, index)}`,
      email: `customer${index}@mail.example`,
    },
    destination: at(towns, index),
  }));
  return [...many, soughtShipment, namelessShipment];
}

/** The carrier's events, oldest first. */
export function sampleEvents(now: number): PushedEvent[] {
  const many = Array.from({ length: shipmentCount - 2 }, (_, index) => {
    const status = at(lastStatuses, index);
    return status === null ? [] : [eventOf(numberOf(index), status, now - (60 - index) * 60_000)];
  }).flat();
  const sought = eventOf(soughtShipment.trackingNumber, 'in_transit.accepted', now - 12 * 60_000);
  const nameless = eventOf(namelessShipment.trackingNumber, 'in_transit.accepted', now - 11 * 60_000);
  return [
    ...many,
    { ...sought, place: { name: 'Rotterdam', country: 'NL' }, note: 'Weighed 412 grams at the counter' },
    nameless,
    eventOf(namelessShipment.trackingNumber, unknownStatus, now - 10 * 60_000),
  ];
}

function numberOf(index: number): string {
  return `CANOE${String(5_500_100 + index * 7)}`;
}

function eventOf(number: string, status: string, time: number): PushedEvent {
  return { number, status, time: new Date(time).toISOString() };
}

/** Rotates through the values. */
function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There are no values to rotate through.');
  return item;
}
