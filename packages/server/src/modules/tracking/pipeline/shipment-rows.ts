import {
  type EventTime,
  type Milestone,
  attentionMilestones,
  rollUp,
  type ShipmentState,
  wallMsOf,
} from '@milepost/domain';
import type { NewShipmentRow, ProblemRow, ShipmentUpdate } from '../store/batch-rows.ts';
import { packStates } from '../store/locked-shipments.ts';
import type { BatchWrite } from '../store/write-batch.ts';
import type { DecodedMessage } from './decode.ts';
import type { Projected } from './project.ts';

/** Problems and states → the rows of their tables. */

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

const problems: ReadonlySet<Milestone> = new Set(attentionMilestones);

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
    workspaceId: shipment.workspaceId,
    trackingId: shipment.trackingId,
    carrier: shipment.carrier,
    trackingNumber: shipment.trackingNumber,
    referencesGiven: [],
    recipientName: null,
    recipientEmail: null,
    origin: null,
    destination: null,
    destinationPostcode: null,
    despatchDate: null,
    promisedFrom: null,
    promisedTo: null,
    createdAt: new Date(shipment.createdAt).toISOString(),
    ...said,
  };
}

function shipmentUpdate(one: Projected, alerts: Alerts): ShipmentUpdate {
  const state = rollUp(Object.values(one.after));
  const expected = state.details.estimatedDelivery;
  const openExceptions = alerts.get(one.shipment.id) ?? [];
  return {
    id: one.shipment.id,
    milestone: state.milestone,
    subStatus: state.subStatus,
    since: columnMoment(state.since),
    lastEventAt: state.last === null ? null : columnMoment(state.last.time),
    expectedFrom: columnMoment(expected?.from ?? null),
    expectedTo: columnMoment(expected?.to ?? null),
    deliveredAt: columnMoment(state.deliveredAt),
    service: state.details.service ?? null,
    destinationCountry: state.details.destination?.country ?? null,
    openExceptions,
    hasException: openExceptions.length > 0 || problems.has(state.milestone),
    flags: state.flags,
    sequence: one.shipment.sequence + 1,
    states: packStates(one.after),
    movesOn: movesOn(rollUp(Object.values(one.before)), state),
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
      workspaceId: message.workspaceId,
      accountId: message.accountId,
      carrier: message.carrier,
      kind: problem.kind,
      cause: (problem.code ?? problem.kind).slice(0, 200),
      detail: problem.detail.slice(0, 2_000),
      pointer: problem.pointer.slice(0, 500),
      rawMessageId: message.rawMessageId,
      receivedAt: new Date(message.receivedAt).toISOString(),
    })),
  );
}
