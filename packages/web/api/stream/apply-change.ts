import { needsAttention } from '@milepost/contract';
import { isMilestone } from '../../ui/status/milestone-style.ts';
import type { ShipmentView } from '../views.ts';
import type { ShipmentChange } from './live-stream.ts';

/**
 * A row as it stands after a change that the stream told. Only what the change says is touched: an event that came late or corrects an older one
 * leaves the newest event alone. `meaning` is that of the new sub-status, which the stream does not tell.
 */
export function applyChange(
  shipment: ShipmentView,
  change: ShipmentChange,
  meaning = shipment.meaning,
): ShipmentView {
  const { milestone, subStatus, writtenAt, events, isNews, openAlerts = shipment.openAlerts } = change;
  if (!isMilestone(milestone) || writtenAt < shipment.updatedAt) return shipment;
  // A change that an older version wrote marks no event.
  const newest = events.findLast(({ isNewest }) => isNewest) ?? (isNews ? events.at(-1) : undefined);
  const hasMoved = shipment.milestone !== milestone;
  const moving = events.find((event) => event.milestone === milestone) ?? newest;
  return {
    ...shipment,
    milestone,
    // The server writes only sub-statuses of its own closed list; the schema of the stream leaves them as text.
    subStatus: subStatus as ShipmentView['subStatus'],
    meaning,
    updatedAt: writtenAt,
    openAlerts,
    hasException: needsAttention(milestone, openAlerts),
    since:
      hasMoved && newest && moving ? (moving.occurredAt ?? moving.localTime.slice(0, 10)) : shipment.since,
    lastEvent: newest ? lastEventOf(shipment, newest) : shipment.lastEvent,
  };
}

type ChangedEvent = ShipmentChange['events'][number];

function lastEventOf(shipment: ShipmentView, event: ChangedEvent): ShipmentView['lastEvent'] {
  return {
    occurredAt: event.occurredAt,
    localTime: event.localTime,
    zone: event.zone,
    zoneSource: null,
    precision: event.localTime.length === 10 ? 'day' : 'second',
    // As above: one of the closed list.
    subStatus: event.subStatus as ShipmentView['subStatus'],
    text: null,
    place: event.place === null ? (shipment.lastEvent?.place ?? null) : { name: event.place },
  };
}
