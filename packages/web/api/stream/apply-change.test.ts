import { expect, test } from 'vitest';
import { sampleChange, sampleChangedEvent, sampleShipment } from '../testing/samples.ts';
import { applyChange } from './apply-change.ts';

const shipment = sampleShipment();
const change = sampleChange();

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

const event = sampleChangedEvent();

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

test('adds and removes open exceptions', () => {
  const waiting = { ...shipment, openExceptions: ['no_first_scan'], hasException: true };
  expect(applyChange(waiting, change)).toMatchObject({ openExceptions: [], hasException: false });
  const opened = applyChange(shipment, { ...change, openExceptions: ['no_first_scan'] });
  expect(opened).toMatchObject({ openExceptions: ['no_first_scan'], hasException: true });
});

test('keeps the alerts when a change of an older version has none', () => {
  const waiting = { ...shipment, openExceptions: ['no_first_scan'], hasException: true };
  const { openExceptions: _, ...older } = change;
  expect(applyChange(waiting, older)).toMatchObject({
    milestone: 'out_for_delivery',
    openExceptions: ['no_first_scan'],
    hasException: true,
  });
});

test('ignores a change older than the row', () => {
  expect(applyChange(shipment, { ...change, writtenAt: '2026-03-01T07:59:00Z' })).toBe(shipment);
});

test('ignores a change with an unknown milestone', () => {
  expect(applyChange(shipment, { ...change, milestone: 'teleported' })).toBe(shipment);
});
