import { type RecordedEvent, rollUp, type ShipmentState } from '@milepost/domain';
import type { ChangeEvent, OutboxRow, ShipmentChange } from '../../outbound/index.ts';
import type { Projected } from './project.ts';

export function publish(
  projected: readonly Projected[],
  openExceptions: ReadonlyMap<string, readonly string[]>,
): OutboxRow[] {
  return projected.map((change) => ({
    workspaceId: change.shipment.workspaceId,
    shipmentId: change.shipment.id,
    shipmentSequence: change.shipment.sequence + 1,
    type: change.isNew ? 'shipment.created' : 'shipment.updated',
    payload: changeOf(change, openExceptions.get(change.shipment.id) ?? []),
  }));
}

function changeOf(change: Projected, openExceptions: readonly string[]): ShipmentChange {
  const after = rollUp(Object.values(change.after));
  const before = change.isNew ? null : rollUp(Object.values(change.before));
  const { shipment } = change;
  return {
    shipmentId: shipment.id,
    trackingId: shipment.trackingId,
    carrier: shipment.carrier,
    trackingNumber: shipment.trackingNumber,
    milestone: after.milestone,
    subStatus: after.subStatus,
    previous: before && { milestone: before.milestone, subStatus: before.subStatus },
    isNews: isNews(before, after),
    openExceptions: [...openExceptions],
    events: change.facts.flatMap(({ fact }) =>
      fact.kind === 'event' ? [asChangeEvent(fact, after.last)] : [],
    ),
  };
}

function isNews(before: ShipmentState | null, after: ShipmentState): boolean {
  const moved = before === null || before.subStatus !== after.subStatus;
  const newest = after.last !== null && after.last.time.occurredAt !== before?.last?.time.occurredAt;
  return moved && newest;
}

function asChangeEvent(event: RecordedEvent, last: ShipmentState['last']): ChangeEvent {
  const { time, milestone, subStatus, place, receivedAt } = event;
  return {
    occurredAt: time.occurredAt === null ? null : new Date(time.occurredAt).toISOString(),
    localTime: time.localTime,
    zone: time.zone,
    milestone,
    subStatus,
    place: place?.name ?? null,
    receivedAt: new Date(receivedAt).toISOString(),
    ...(isLineOf(event, last) ? { isNewest: true } : {}),
  };
}

function isLineOf({ subStatus, time }: RecordedEvent, last: ShipmentState['last']): boolean {
  return (
    last?.subStatus === subStatus &&
    last.time.occurredAt === time.occurredAt &&
    last.time.localTime === time.localTime
  );
}
