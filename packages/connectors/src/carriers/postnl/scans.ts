import { type CodeFate, type Decoding, isIgnored, type ShipmentDecoding } from '../../_kit/index.ts';
import { statusCodes } from './codes.ts';
import { eventCodes } from './event-codes.ts';
import { type Item, itemsOf, type PostnlShipment, readEvent, readStatus } from './payload.ts';
import { clockOf, readPostnlTime } from './read-times.ts';

export interface Target {
  decoding: Decoding;
  shipment: ShipmentDecoding;
}

interface StatusRow {
  code: string | undefined;
  text: string | undefined;
  timeText: string | undefined;
  fate: CodeFate | undefined;
  pointer: string;
}

/**
 * A complete answer contains every scan twice, as an event and as a status of the same wall clock. Events
 * are more exact and more reliable, so they come first. A status becomes an event only where there is no
 * event in its second, and gives its meaning to an event with an unknown code.
 */
export function decodeScans(target: Target, payload: PostnlShipment, pointer: string): void {
  const rows = [
    ...statusRows(target.decoding, itemsOf(payload.Status, `${pointer}/Status`)),
    ...statusRows(target.decoding, itemsOf(payload.OldStatus, `${pointer}/OldStatus`)),
  ];
  const fateAt = new Map<string, CodeFate>();
  for (const row of rows.toReversed()) {
    if (row.timeText !== undefined && row.fate !== undefined) fateAt.set(clockOf(row.timeText), row.fate);
  }
  const coveredClocks = new Set<string>();
  for (const item of itemsOf(payload.Event, `${pointer}/Event`)) {
    const clock = decodeEvent(target, item, fateAt);
    if (clock !== null) coveredClocks.add(clock);
  }
  decodeStatusesLeft(target, rows, coveredClocks);
}

/** Rows with content; the current status usually occurs among the old ones again. */
export function statusRows(decoding: Decoding, items: readonly Item[]): StatusRow[] {
  const rows: StatusRow[] = [];
  for (const [value, pointer] of items) {
    const status = readStatus(value);
    if (status === undefined) {
      decoding.problem('unreadable_event', 'The status is not an object.', pointer);
      continue;
    }
    const { StatusCode: code, StatusDescription: text, TimeStamp, Timestamp } = status;
    const fate = statusCodes.get(code ?? '');
    if (fate !== undefined && isIgnored(fate)) continue;
    rows.push({ code, text, timeText: TimeStamp ?? Timestamp, fate, pointer });
  }
  return rows;
}

/** Returns the wall clock that needs no status any more, or null when the event was not used. */
function decodeEvent(target: Target, [value, pointer]: Item, fateAt: Map<string, CodeFate>): string | null {
  const { decoding, shipment } = target;
  const { Code: code, Description: text, LocationCode, TimeStamp } = readEvent(value) ?? {};
  if (code === undefined) {
    decoding.problem('unreadable_event', 'The event has no code.', pointer);
    return null;
  }
  const known = eventCodes.get(code);
  if (known !== undefined && isIgnored(known)) return null;
  const time = readPostnlTime(TimeStamp ?? '');
  if (TimeStamp === undefined || time === null) {
    decoding.problem('unreadable_time', `The event ${code} has no readable time.`, `${pointer}/TimeStamp`);
    return null;
  }
  const clock = clockOf(TimeStamp);
  const beside = fateAt.get(clock);
  if (known === undefined && beside !== undefined) {
    const detail = `The event ${code} is in no table; its status was used.`;
    decoding.problem('unknown_code', detail, pointer, code);
  }
  const fate = (equivocal.has(code) ? beside : known) ?? known ?? (beside && lowerEvidence(beside));
  shipment.event({ time, fate, code, text, place: facilityOf(LocationCode) }, pointer);
  return clock;
}

/** Seen on acceptances and on a delivery: the status beside it decides. */
const equivocal: ReadonlySet<string> = new Set(['01B']);

/** A status is weaker evidence for an event than the event's own code. */
function lowerEvidence(fate: CodeFate): CodeFate {
  return isIgnored(fate) ? fate : { ...fate, evidence: 'inferred' };
}

const nowhereYet = '888888';

/** Location codes are PostNL's own, so the gazetteer cannot find them. */
function facilityOf(code: string | undefined): { code: string; codeSystem: 'facility' } | null {
  return code === undefined || code === nowhereYet ? null : { code, codeSystem: 'facility' };
}

export function decodeStatusesLeft(
  target: Target,
  rows: readonly StatusRow[],
  coveredClocks: ReadonlySet<string>,
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = `${row.code} ${clockOf(row.timeText ?? '')}`;
    if (coveredClocks.has(clockOf(row.timeText ?? '')) || seen.has(key)) continue;
    seen.add(key);
    decodeStatus(target, row);
  }
}

function decodeStatus({ decoding, shipment }: Target, row: StatusRow): void {
  const { code, text, fate, pointer } = row;
  if (code === undefined) {
    decoding.problem('unreadable_event', 'The status has no code.', pointer);
    return;
  }
  const time = readPostnlTime(row.timeText ?? '');
  if (time) shipment.event({ time, fate, code, text }, pointer);
  else decoding.problem('unreadable_time', `The status ${code} has no readable time.`, pointer);
}
