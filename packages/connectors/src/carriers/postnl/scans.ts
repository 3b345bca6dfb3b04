import { type CodeFate, type Decoding, isIgnored, type ShipmentDecoding } from '../../_kit/index.ts';
import { statusCodes } from './codes.ts';
import { eventCodes } from './event-codes.ts';
import { type Item, itemsOf, readEvent, readStatus, type SaidShipment } from './payload.ts';
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
 * A complete answer tells every scan twice, as an event and as a status of the same wall clock. Events say more and say it truer, so they come first;
 * a status becomes an event only where no event stands at its second, and lends its meaning to an event whose code no table knows.
 */
export function decodeScans(target: Target, payload: SaidShipment, pointer: string): void {
  const rows = [
    ...statusRows(target.decoding, itemsOf(payload.Status, `${pointer}/Status`)),
    ...statusRows(target.decoding, itemsOf(payload.OldStatus, `${pointer}/OldStatus`)),
  ];
  const fateAt = new Map<string, CodeFate>();
  for (const row of rows.toReversed()) {
    if (row.timeText !== undefined && row.fate !== undefined) fateAt.set(clockOf(row.timeText), row.fate);
  }
  const told = new Set<string>();
  for (const item of itemsOf(payload.Event, `${pointer}/Event`)) {
    const clock = decodeEvent(target, item, fateAt);
    if (clock !== null) told.add(clock);
  }
  decodeStatusesLeft(target, rows, told);
}

/** The rows that say something; the current status usually stands among the old ones again. */
export function statusRows(decoding: Decoding, items: readonly Item[]): StatusRow[] {
  const rows: StatusRow[] = [];
  for (const [value, pointer] of items) {
    const said = readStatus(value);
    if (said === undefined) {
      decoding.problem('unreadable_event', 'The status is no object.', pointer);
      continue;
    }
    const { StatusCode: code, StatusDescription: text, TimeStamp, Timestamp } = said;
    const fate = statusCodes.get(code ?? '');
    if (fate !== undefined && isIgnored(fate)) continue;
    rows.push({ code, text, timeText: TimeStamp ?? Timestamp, fate, pointer });
  }
  return rows;
}

/** Returns the wall clock that needs no status any more, or null when the event left it untold. */
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
    decoding.problem(
      'unreadable_time',
      `The event ${code} carries no readable time.`,
      `${pointer}/TimeStamp`,
    );
    return null;
  }
  const clock = clockOf(TimeStamp);
  const beside = fateAt.get(clock);
  if (known === undefined && beside !== undefined) {
    const detail = `No table knows the event ${code}; its status was read instead.`;
    decoding.problem('unknown_code', detail, pointer, code);
  }
  const fate = (equivocal.has(code) ? beside : known) ?? known ?? (beside && lowered(beside));
  shipment.event({ time, fate, code, text, place: facilityOf(LocationCode) }, pointer);
  return clock;
}

/** Seen on an acceptance and on a delivery alike: the status beside it tells which. */
const equivocal: ReadonlySet<string> = new Set(['01B']);

/** A status says less about an event than the event's own code would. */
function lowered(fate: CodeFate): CodeFate {
  return isIgnored(fate) ? fate : { ...fate, evidence: 'inferred' };
}

const nowhereYet = '888888';

/** Location codes are known to PostNL alone, so no gazetteer is asked. */
function facilityOf(code: string | undefined): { code: string; codeSystem: 'facility' } | null {
  return code === undefined || code === nowhereYet ? null : { code, codeSystem: 'facility' };
}

export function decodeStatusesLeft(
  target: Target,
  rows: readonly StatusRow[],
  told: ReadonlySet<string>,
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = `${row.code} ${clockOf(row.timeText ?? '')}`;
    if (told.has(clockOf(row.timeText ?? '')) || seen.has(key)) continue;
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
  else decoding.problem('unreadable_time', `The status ${code} carries no readable time.`, pointer);
}
