import { type EventTime, needsAttention, rollUp, type ShipmentState, wallMsOf } from '@milepost/domain';
import type { NewShipmentRow, ProblemRow, ShipmentUpdate } from '../store/batch-rows.ts';
import { packStates } from '../store/locked-shipments.ts';
import type { BatchWrite } from '../store/write-batch.ts';
import type { DecodedMessage } from './decode.ts';
import type { Projected } from './project.ts';

export function shipmentRows(
  projected: readonly Projected[],
  exceptions: OpenExceptions,
): Pick<BatchWrite, 'newShipments' | 'shipments'> {
  const newShipments = projected
    .filter((change) => change.isNew)
    .map((change) => newShipmentRow(change, exceptions));
  return {
    newShipments,
    shipments: projected
      .filter((change) => !change.isNew)
      .map((change) => shipmentUpdate(change, exceptions)),
  };
}

/** Codes of the open delivery exceptions, by shipment. */
type OpenExceptions = ReadonlyMap<string, readonly string[]>;

/** `registered` contains the sender's data; a shipment that was created from a carrier's message has none. */
export function newShipmentRow(
  change: Projected,
  exceptions: OpenExceptions,
  registered: Partial<NewShipmentRow> = {},
): NewShipmentRow {
  const { shipment } = change;
  return {
    ...shipmentUpdate(change, exceptions),
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
    ...registered,
  };
}

function shipmentUpdate(change: Projected, exceptions: OpenExceptions): ShipmentUpdate {
  const state = rollUp(Object.values(change.after));
  const expected = state.details.estimatedDelivery;
  const openExceptions = exceptions.get(change.shipment.id) ?? [];
  return {
    id: change.shipment.id,
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
    hasException: needsAttention(state.milestone, openExceptions),
    flags: state.flags,
    sequence: change.shipment.sequence + 1,
    states: packStates(change.after),
    movesOn: movesOn(rollUp(Object.values(change.before)), state),
  };
}

/** Whether anything changed that `shipment_under_way` contains. */
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
 * Columns are for filters and sorting only. What is shown comes from the state, where a date is still a date.
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
