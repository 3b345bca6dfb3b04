import { expect, test } from 'vitest';
import type { ShipmentView } from '../views.ts';
import { applyChange } from './apply-change.ts';
import type { ShipmentChange } from './live-stream.ts';

const shipment: ShipmentView = {
  id: '0190a000-0000-7000-8000-000000000001',
  trackingId: 'M00000000001',
  carrier: 'gls',
  trackingNumber: '123',
  references: [],
  recipient: { name: null, email: null },
  origin: null,
  destination: null,
  service: null,
  despatchDate: null,
  promisedDelivery: null,
  milestone: 'in_transit',
  subStatus: 'in_transit.moving',
  meaning: 'On its way, without detail.',
  since: '2026-03-01T08:00:00Z',
  lastEvent: null,
  estimatedDelivery: null,
  deliveredAt: null,
  signedBy: null,
  hasException: false,
  openAlerts: [],
  flags: [],
  createdAt: '2026-03-01T07:00:00Z',
  updatedAt: '2026-03-01T08:00:00Z',
};

const change: ShipmentChange = {
  type: 'shipment.updated',
  sequence: 4,
  writtenAt: '2026-03-02T09:00:01Z',
  shipmentId: shipment.id,
  trackingId: shipment.trackingId,
  carrier: 'gls',
  trackingNumber: '123',
  milestone: 'out_for_delivery',
  subStatus: 'out_for_delivery.loaded',
  previous: { milestone: 'in_transit', subStatus: 'in_transit.moving' },
  isNews: true,
  openAlerts: [],
  events: [
    {
      occurredAt: '2026-03-02T08:55:00Z',
      localTime: '2026-03-02T09:55:00',
      zone: 'Europe/Berlin',
      milestone: 'out_for_delivery',
      subStatus: 'out_for_delivery.loaded',
      place: 'Kassel',
      receivedAt: '2026-03-02T09:00:00Z',
    },
  ],
};

test('sets milestone and latest event from a change that is news', () => {
  expect(applyChange(shipment, change)).toMatchObject({
    milestone: 'out_for_delivery',
    since: '2026-03-02T08:55:00Z',
    lastEvent: { localTime: '2026-03-02T09:55:00', place: { name: 'Kassel' } },
  });
});

test('keeps the latest event when the change is a late one', () => {
  const late = { ...change, milestone: 'in_transit', subStatus: 'in_transit.moving', isNews: false };
  expect(applyChange(shipment, late)).toMatchObject({ lastEvent: null, since: shipment.since });
});

const [event] = change.events;
if (event === undefined) throw new Error('The sample change has an event.');

test('replaces only the latest event when the milestone stays the same', () => {
  const moved = applyChange(shipment, change);
  const further = { ...event, occurredAt: '2026-03-02T10:00:00Z', place: 'Fulda', isNewest: true };
  const next = { ...change, writtenAt: '2026-03-02T10:00:01Z', isNews: false, events: [further] };
  expect(applyChange(moved, next)).toMatchObject({
    since: '2026-03-02T08:55:00Z',
    lastEvent: { occurredAt: '2026-03-02T10:00:00Z', place: { name: 'Fulda' } },
  });
});

test('takes the latest event from isNewest and `since` from the first event of the milestone', () => {
  const first = { ...event, isNewest: true };
  const second = { ...event, occurredAt: '2026-03-02T10:00:00Z', place: 'Fulda', isNewest: true };
  const late = { ...event, occurredAt: '2026-03-02T08:00:00Z', milestone: 'in_transit', place: 'Bebra' };
  expect(applyChange(shipment, { ...change, events: [first, second, late] })).toMatchObject({
    since: '2026-03-02T08:55:00Z',
    lastEvent: { place: { name: 'Fulda' } },
  });
});

test('adds and removes open alerts', () => {
  const waiting = { ...shipment, openAlerts: ['no_first_scan'], hasException: true };
  expect(applyChange(waiting, change)).toMatchObject({ openAlerts: [], hasException: false });
  const opened = applyChange(shipment, { ...change, openAlerts: ['no_first_scan'] });
  expect(opened).toMatchObject({ openAlerts: ['no_first_scan'], hasException: true });
});

test('keeps the alerts when a change of an older version has none', () => {
  const waiting = { ...shipment, openAlerts: ['no_first_scan'], hasException: true };
  const { openAlerts: _, ...older } = change;
  expect(applyChange(waiting, older)).toMatchObject({
    milestone: 'out_for_delivery',
    openAlerts: ['no_first_scan'],
    hasException: true,
  });
});

test('ignores a change older than the row', () => {
  expect(applyChange(shipment, { ...change, writtenAt: '2026-03-01T07:59:00Z' })).toBe(shipment);
});

test('ignores a change with an unknown milestone', () => {
  expect(applyChange(shipment, { ...change, milestone: 'teleported' })).toBe(shipment);
});
