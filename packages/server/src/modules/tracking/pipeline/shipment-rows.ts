/** Problems and states → the rows of their tables. */
import { type EventTime, rollUp, type ShipmentState, wallMsOf } from '@milepost/domain';
import { packStates } from '../store/record-store.ts';
import type { BatchWrite, NewShipmentRow, ProblemRow, ShipmentUpdate } from '../store/write-batch.ts';
import type { DecodedMessage } from './decode.ts';
import type { Projected } from './project.ts';

export function shipmentRows(
  projected: readonly Projected[],
  alerts: Alerts,
): Pick<BatchWrite, 'newShipments' | 'shipments'> {
  const newShipments = projected.filter((one) => one.isNew).map((one) => newShipmentRow(one, alerts));
  return {
    newShipments,
    shipments: projected.filter((one) => !one.isNew).map((one) => shipmentUpdate(one, alerts)),
  };
}

/** Rules that hold, by shipment. */
type Alerts = ReadonlyMap<string, readonly string[]>;

/** A shipment that a carrier's message brought about says nothing of itself yet. */
export function newShipmentRow(
  one: Projected,
  alerts: Alerts,
  said: Partial<NewShipmentRow> = {},
): NewShipmentRow {
  const { shipment } = one;
  return {
    ...shipmentUpdate(one, alerts),
    workspace_id: shipment.workspaceId,
    tracking_id: shipment.trackingId,
    carrier: shipment.carrier,
    tracking_number: shipment.trackingNumber,
    references_given: [],
    recipient_name: null,
    recipient_email: null,
    origin: null,
    destination: null,
    destination_postcode: null,
    despatch_date: null,
    promised_from: null,
    promised_to: null,
    created_at: new Date(shipment.createdAt).toISOString(),
    ...said,
  };
}

function shipmentUpdate(one: Projected, alerts: Alerts): ShipmentUpdate {
  const state = rollUp(Object.values(one.after));
  const expected = state.details.estimatedDelivery;
  const openAlerts = alerts.get(one.shipment.id) ?? [];
  return {
    id: one.shipment.id,
    milestone: state.milestone,
    sub_status: state.subStatus,
    since: columnMoment(state.since),
    last_event_at: state.last === null ? null : columnMoment(state.last.time),
    expected_from: columnMoment(expected?.from ?? null),
    expected_to: columnMoment(expected?.to ?? null),
    delivered_at: columnMoment(state.deliveredAt),
    service: state.details.service ?? null,
    destination_country: state.details.destination?.country ?? null,
    open_exceptions: openAlerts,
    has_exception:
      openAlerts.length > 0 || state.milestone === 'exception' || state.milestone === 'attempt_failed',
    flags: state.flags,
    sequence: one.shipment.sequence + 1,
    states: packStates(one.after),
    moves_on: movesOn(rollUp(Object.values(one.before)), state),
  };
}

/** Whether anything changed that `shipment_under_way` keeps. */
function movesOn(before: ShipmentState, after: ShipmentState): boolean {
  return (
    before.milestone !== after.milestone ||
    before.details.destination?.country !== after.details.destination?.country ||
    columnMoment(before.details.estimatedDelivery?.to ?? null) !==
      columnMoment(after.details.estimatedDelivery?.to ?? null) ||
    lastDay(before) !== lastDay(after)
  );
}

function lastDay({ last }: ShipmentState): string | undefined {
  return last === null ? undefined : columnMoment(last.time)?.slice(0, 10);
}

/**
 * Columns are for filters and sorting only; what is shown comes from the state, where a day is still a day.
 */
function columnMoment(time: EventTime | null): string | null {
  if (time === null) return null;
  return iso(time.occurredAt ?? wallMsOf(time));
}

function iso(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}

export function problemRows(decoded: readonly DecodedMessage[]): ProblemRow[] {
  return decoded.flatMap(({ message, decoded: { problems } }) =>
    problems.map((problem) => ({
      workspace_id: message.workspaceId,
      account_id: message.accountId,
      carrier: message.carrier,
      kind: problem.kind,
      cause: (problem.code ?? problem.kind).slice(0, 200),
      detail: problem.detail.slice(0, 2_000),
      pointer: problem.pointer.slice(0, 500),
      raw_message_id: message.rawMessageId,
      received_at: new Date(message.receivedAt).toISOString(),
    })),
  );
}
