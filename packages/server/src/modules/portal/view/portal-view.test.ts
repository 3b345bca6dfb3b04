import { type EventTime, emptyState, type RecordedFact, type ShipmentState } from '@milepost/domain';
import { describe, expect, it } from 'vitest';
import type { PortalRecord } from '../store/portal-shipment.ts';
import { mapStopsOf } from './map-stops.ts';
import { portalShipmentOf } from './portal-view.ts';

const now = Date.UTC(2026, 2, 4, 11);

/** A minute in UTC, reported with an offset, as carriers do. */
function at(iso: string, zone = 'UTC'): EventTime {
  const occurredAt = Date.parse(`${iso}Z`);
  return { localTime: iso, precision: 'minute', zone, zoneSource: 'payload_utc', occurredAt };
}

function fact(changes: Partial<RecordedFact & { kind: 'event' }>): RecordedFact {
  return {
    kind: 'event',
    time: at('2026-03-03T08:15:00'),
    milestone: 'in_transit',
    subStatus: 'in_transit.accepted',
    classifier: 'actual',
    origin: 'carrier',
    reason: null,
    party: null,
    code: 'X1',
    subCode: null,
    text: 'Verbatim words of the carrier',
    place: {
      name: 'Ghent',
      street: 'Dok 3',
      country: 'BE',
      zone: 'Europe/Brussels',
      point: { lat: 51.05, lon: 3.72 },
    },
    carrierEventId: null,
    sequence: null,
    signedBy: null,
    confidence: { value: 0.9, factors: { mapping: 1, clock: 1, place: 1, source: 0.9, plausibility: 1 } },
    identity: 'a',
    revision: 'a',
    source: 'toy/webhook',
    legId: 'leg 1',
    receivedAt: now,
    reading: 0,
    ...changes,
  };
}

const state: ShipmentState = {
  ...emptyState,
  milestone: 'out_for_delivery',
  subStatus: 'out_for_delivery.arriving_soon',
  signedBy: 'N. Eighbour',
  details: {
    estimatedDelivery: { from: at('2026-03-04T13:00:00'), to: at('2026-03-04T16:00:00') },
    destination: { name: 'Utrecht', country: 'NL', zone: 'Europe/Amsterdam' },
    service: 'Express',
  },
};

const record: PortalRecord = {
  shipmentId: 'id',
  workspaceId: 'workspace',
  trackingId: 'M0000000000',
  sequence: 3,
  hasPostcode: true,
  references: ['ORDER-7'],
  recipientName: 'Ada Recipient',
  destination: { name: 'Utrecht', street: 'Oudegracht 1', postcode: '3511 LX', country: 'NL' },
  service: null,
  promisedFrom: null,
  promisedTo: null,
  states: { 1: state },
  legs: [{ id: 'leg 1', parcel: 1, carrier: 'toy', trackingNumber: 'TOY1' }],
  facts: [fact({})],
};

const carriers = new Map([
  ['toy', { manifest: { title: 'Toy Post', trackingPage: 'https://toy.example/{number}' } }],
]);
const viewOf = (level: 'number' | 'details', changes: Partial<PortalRecord> = {}) =>
  portalShipmentOf({ ...record, ...changes }, { level, now, carriers });

describe('by number alone', () => {
  it('only the milestone and the day are shown', () => {
    expect(viewOf('number')).toEqual({
      trackingId: 'M0000000000',
      level: 'number',
      milestone: 'out_for_delivery',
      today: '2026-03-04',
      arrival: { kind: 'expected', fromDay: '2026-03-04', toDay: '2026-03-04', fromTime: null, toTime: null },
      hasPostcode: true,
      details: null,
    });
  });
});

describe('a shipment out for delivery', () => {
  const since = (day: string) => ({ states: { 1: { ...state, since: at(`${day}T08:00:00`) } } });

  it('is not overdue when out for delivery since today', () => {
    expect(viewOf('number', since('2026-03-04')).isOverdue).toBeUndefined();
  });

  it('is overdue when out for delivery since yesterday', () => {
    expect(viewOf('number', since('2026-03-03')).isOverdue).toBe(true);
  });
});

describe('with details', () => {
  it('times are local to the destination', () => {
    expect(viewOf('details').arrival).toMatchObject({ fromTime: '14:00', toTime: '17:00' });
  });

  it('an event has the local time and town of its place, but neither the street nor the carrier’s text', () => {
    const view = viewOf('details');
    expect(view.details?.timeline).toEqual([
      {
        subStatus: 'in_transit.accepted',
        localTime: '2026-03-03T09:15',
        zone: 'Europe/Brussels',
        occurredAt: Date.UTC(2026, 2, 3, 8, 15),
        place: { name: 'Ghent', postcode: null, country: 'BE' },
        parcel: null,
      },
    ]);
    expect(JSON.stringify(view)).not.toMatch(/Dok 3|Oudegracht|Verbatim/);
  });

  it('shows the recipient, the signer and the numbers', () => {
    expect(viewOf('details').details).toMatchObject({
      recipientName: 'Ada Recipient',
      signedBy: 'N. Eighbour',
      references: ['ORDER-7'],
      parcels: [
        {
          position: 1,
          carriers: [{ title: 'Toy Post', trackingNumber: 'TOY1', trackingPage: 'https://toy.example/TOY1' }],
        },
      ],
    });
  });

  it.each<[string, Partial<RecordedFact & { kind: 'event' }>]>([
    ['plans', { classifier: 'planned' }],
    ['expectations', { classifier: 'estimated' }],
    ['unknown events', { milestone: 'unknown', subStatus: 'unknown.unmapped' }],
    ['informational events', { subStatus: 'in_transit.information' }],
    [
      'events of low confidence',
      {
        confidence: { value: 0.2, factors: { mapping: 1, clock: 1, place: 1, source: 1, plausibility: 0.2 } },
      },
    ],
  ])('leaves out %s', (_, changes) => {
    expect(viewOf('details', { facts: [fact(changes)] }).details?.timeline).toEqual([]);
  });

  it('each event of a shipment with several parcels names its parcel', () => {
    const several = {
      states: { 1: state, 2: state },
      legs: [...record.legs, { id: 'leg 2', parcel: 2, carrier: 'toy', trackingNumber: 'TOY2' }],
    };
    const facts = [fact({}), fact({ legId: 'leg 2', identity: 'b' })];
    const view = viewOf('details', { ...several, facts });
    expect(view.details?.timeline.map(({ parcel }) => parcel).sort()).toEqual([1, 2]);
    expect(view.details?.parcels.map(({ position }) => position)).toEqual([1, 2]);
  });
});

describe('the day', () => {
  const arrivalWith = (details: ShipmentState['details'], changes: Partial<PortalRecord> = {}) =>
    viewOf('details', { ...changes, states: { 1: { ...state, details } } }).arrival;
  const day = (localTime: string): EventTime => ({
    localTime,
    precision: 'day',
    zone: null,
    zoneSource: null,
    occurredAt: null,
  });

  it('has no time when the carrier gave only a day', () => {
    expect(arrivalWith({ estimatedDelivery: { from: null, to: day('2026-03-05') } })).toEqual({
      kind: 'expected',
      fromDay: '2026-03-05',
      toDay: '2026-03-05',
      fromTime: null,
      toTime: null,
    });
  });

  it('has no hours when the window is the whole day', () => {
    const whole = { from: at('2026-03-04T23:00:00'), to: at('2026-03-05T22:59:00') };
    const destination = { country: 'NL', zone: 'Europe/Amsterdam' };
    expect(arrivalWith({ estimatedDelivery: whole, destination })).toMatchObject({
      fromDay: '2026-03-05',
      fromTime: null,
      toTime: null,
    });
  });

  it('is the sender’s promise when the carrier gives none', () => {
    const promisedTo = Date.UTC(2026, 2, 6, 17);
    expect(arrivalWith({}, { promisedTo })).toMatchObject({
      kind: 'expected',
      fromDay: '2026-03-06',
      toDay: '2026-03-06',
    });
  });

  it('is unknown when neither carrier nor sender gave one', () => {
    expect(arrivalWith({})).toBeNull();
  });

  it('is the day of delivery after delivery, with the time only when details are allowed', () => {
    const delivered = { ...state, milestone: 'delivered', deliveredAt: at('2026-03-04T09:30:00') } as const;
    const changes = { states: { 1: delivered } };
    expect(viewOf('details', changes).arrival).toMatchObject({
      kind: 'delivered',
      toDay: '2026-03-04',
      toTime: '10:30',
    });
    expect(viewOf('number', changes).arrival).toMatchObject({
      kind: 'delivered',
      toDay: '2026-03-04',
      toTime: null,
    });
  });
});

describe('the map', () => {
  const hub = (name: string, lat: number): RecordedFact =>
    fact({
      identity: name,
      time: at(`2026-03-03T0${lat % 10}:00:00`),
      place: { name, point: { lat, lon: 4 } },
    });

  it('shows each stay once, the current place, and the destination until arrival', () => {
    const destination = { name: 'Utrecht', point: { lat: 52.1, lon: 5.1 } };
    const facts = [hub('Paris', 41), hub('Paris', 41), hub('Lille', 43)];
    expect(mapStopsOf({ ...record, destination, facts })).toEqual([
      { label: 'Paris', lat: 41, lon: 4, kind: 'passed' },
      { label: 'Lille', lat: 43, lon: 4, kind: 'now' },
      { label: 'Utrecht', lat: 52.1, lon: 5.1, kind: 'destination' },
    ]);
  });

  it('is empty while no place is known', () => {
    expect(mapStopsOf({ ...record, facts: [fact({ place: null })] })).toEqual([]);
  });
});
