import { needsAttention } from '@milepost/contract';
import { isMilestone } from '../../ui/status/milestone-style.ts';
import type { ShipmentView } from '../views.ts';
import type { ShipmentChange } from './live-stream.ts';

/**
 * Applies a change from the stream to a row. Only the fields in the change are updated: a late event or a
 * correction of an older one does not replace the latest event. The stream does not send the meaning of a
 * sub-status, so the caller passes it as `meaning`.
 */
export function applyChange(
  shipment: ShipmentView,
  change: ShipmentChange,
  meaning = shipment.meaning,
): ShipmentView {
  const {
    milestone,
    subStatus,
    writtenAt,
    events,
    isNews,
    openExceptions = shipment.openExceptions,
  } = change;
  if (!isMilestone(milestone) || writtenAt < shipment.updatedAt) return shipment;
  // Changes written by an older version have no isNewest.
  const newest = events.findLast(({ isNewest }) => isNewest) ?? (isNews ? events.at(-1) : undefined);
  const hasMoved = shipment.milestone !== milestone;
  const moving = events.find((event) => event.milestone === milestone) ?? newest;
  return {
    ...shipment,
    milestone,
    // The server sends only known sub-statuses; the schema of the stream has them as string.
    subStatus: subStatus as ShipmentView['subStatus'],
    meaning,
    updatedAt: writtenAt,
    openExceptions,
    hasException: needsAttention(milestone, openExceptions),
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
    // A known sub-status, as above.
    subStatus: event.subStatus as ShipmentView['subStatus'],
    text: null,
    place: event.place === null ? (shipment.lastEvent?.place ?? null) : { name: event.place },
  };
}
