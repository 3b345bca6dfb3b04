import {
  type CarrierAnswer,
  type EventTime,
  type PlaceText,
  readDateAndTime,
  type ShipmentDetails,
} from '@milepost/domain';
import { type CodeFate, type CodeTable, isIgnored, type ShipmentDecoding } from '../../_kit/index.ts';
import { eventNumbers, parcelStatuses, returnEventNumbers, returnStatuses } from './codes.ts';
import type { Reading } from './decode-group.ts';
import {
  type ProgressBar,
  readTypedValue,
  readWebEvent,
  readWebParcel,
  type WebEvent,
  type WebParcel,
} from './payload.ts';
import { laterOf, newerOf, type ProgressEvent, statusAdds, TieCount } from './progress.ts';
import { written } from './written.ts';

/**
 * The parcels of an answer of the open web endpoints. `pointer` is null when the parcel is the whole
 * document.
 */
export function decodeWebParcels(
  elements: readonly unknown[],
  pointer: string | null,
  reading: Reading,
): void {
  if (elements.length === 0) {
    reading.decoding.problem('not_tracking', 'The answer contains no parcel.', pointer ?? '');
  }
  for (const [index, element] of elements.entries()) {
    const at = pointer === null ? '' : `${pointer}/${index}`;
    const parcel = readWebParcel(element);
    if (parcel === undefined)
      reading.decoding.problem('unreadable_event', 'The parcel is not an object.', at);
    else decodeWebParcel(parcel, at, { ...reading, isOnly: elements.length === 1 });
  }
}

/** E609: the number is right and the postcode is wrong; GLS answers nothing else until it is corrected. */
const answers = new Map<string, CarrierAnswer>([
  ['E206', 'not_found'],
  ['E609', 'details_needed'],
]);

/** Answers such as `{"lastError": "E206"}` have status 404 and contain no parcel. */
export function decodeLastError(lastError: unknown, { decoding, context }: Reading): void {
  const answer = typeof lastError === 'string' ? answers.get(lastError) : undefined;
  const [number, ...others] = context.askedFor ?? [];
  if (answer !== undefined && number !== undefined && others.length === 0) {
    decoding.shipment(number).details({ answer });
  } else {
    decoding.problem('carrier_error', `GLS answered: ${written(lastError).slice(0, 60)}`, '/lastError');
  }
}

function decodeWebParcel(parcel: WebParcel, pointer: string, reading: Reading & { isOnly: boolean }): void {
  const { decoding, context } = reading;
  const number = numberOf(parcel, reading.isOnly ? (context.askedFor ?? []) : []);
  if (number === undefined) {
    decoding.problem('unknown_carrier_number', 'The parcel has neither tuNo nor referenceNo.', pointer);
    return;
  }
  const shipment = decoding.shipment(number);
  const bar = parcel.progressBar ?? noBar;
  const history = decodeHistory(parcel, bar, { ...reading, shipment, pointer });
  decodeStatus(bar, history, { ...reading, shipment, pointer });
  shipment.details({ answer: 'found', ...detailsOf(parcel) });
}

/**
 * tuNo is an internal number for some countries, so the requested number is used when it is the only one.
 */
function numberOf(parcel: WebParcel, askedFor: readonly string[]): string | undefined {
  if (askedFor.length === 1) return askedFor[0];
  return parcel.tuNo ?? parcel.referenceNo;
}

const noBar: ProgressBar = { statusInfo: undefined, retourFlag: false, evtNos: [] };

interface DecodeTarget extends Reading {
  shipment: ShipmentDecoding;
  pointer: string;
}

/** Result of the history: the newest event that shows progress, and the time of the newest of all. */
interface History {
  newest: ProgressEvent | null;
  last: EventTime | null;
  ties: TieCount;
}

function decodeHistory(parcel: WebParcel, bar: ProgressBar, target: DecodeTarget): History {
  // In rstt001 the numbers are parallel to the history; in rstt028 the list contains each number once and
  // does not relate to rows.
  const parallel = bar.evtNos.length === parcel.history.length ? bar.evtNos : [];
  const rows = parcel.history.map((row, index) => readRow(row, parallel[index]));
  const isHandedBack = bar.retourFlag && bar.statusInfo === 'DELIVERED';
  const handedBack = isHandedBack ? rows.findIndex((row) => row?.evtNo === '3.0') : -1;
  let history: History = { newest: null, last: null, ties: new TieCount() };
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index] ?? null;
    const pointer = `${target.pointer}/history/${index}`;
    const table = index === handedBack ? returnEventNumbers : eventNumbers;
    if (row === null)
      target.decoding.problem('unreadable_event', 'The row of the history is not an object.', pointer);
    else history = decodeRow(row, table, { ...target, pointer, history });
  }
  return history;
}

function readRow(raw: unknown, parallelNumber: unknown): WebEvent | null {
  const row = readWebEvent(raw);
  if (row === undefined) return null;
  const number = row.evtNo ?? (typeof parallelNumber === 'string' ? parallelNumber : undefined);
  // As a JSON number, 3.0 lost its second part.
  return { ...row, evtNo: number !== undefined && /^\d+$/.test(number) ? `${number}.0` : number };
}

function decodeRow(row: WebEvent, table: CodeTable, target: DecodeTarget & { history: History }): History {
  const { decoding, shipment, pointer, history } = target;
  const place = decoding.place(placeText(row));
  const hints = place?.zone === undefined ? [] : [{ zone: place.zone, source: 'place' as const }];
  const time = row.date === undefined ? null : readDateAndTime(row.date, row.time ?? null, hints);
  if (time === null) {
    const found = `date ${JSON.stringify(row.date ?? null)}, time ${JSON.stringify(row.time ?? null)}`;
    decoding.problem('unreadable_time', `The row has ${found}.`, pointer);
    return history;
  }
  const fate = row.evtNo === undefined ? undefined : table.get(row.evtNo);
  const sequence = history.ties.next(time);
  shipment.event({ time, fate, code: row.evtNo, text: row.evtDscr, place, sequence }, pointer);
  return { ...history, newest: newerOf(history.newest, time, fate), last: laterOf(history.last, time) };
}

/** The progress bar has no time of its own: it takes that of the newest row, and is unusable without one. */
function decodeStatus(bar: ProgressBar, history: History, target: DecodeTarget): void {
  const { last } = history;
  const { decoding, shipment, pointer } = target;
  if (bar.statusInfo === undefined) return;
  if (last === null) {
    const detail = `The status ${bar.statusInfo} has no history, so its time is unknown.`;
    decoding.problem('unreadable_time', detail, `${pointer}/progressBar`);
    return;
  }
  const fate = (bar.retourFlag ? returnStatuses : parcelStatuses).get(bar.statusInfo);
  if (!addsToHistory(fate, history, bar.retourFlag)) return;
  const subCode = bar.retourFlag ? 'retour' : 'status';
  const sequence = history.ties.next(last);
  const event = { time: last, fate, code: bar.statusInfo, subCode, sequence };
  shipment.event(event, `${pointer}/progressBar/statusInfo`);
}

function addsToHistory(fate: CodeFate | undefined, { newest, last }: History, isReturn: boolean): boolean {
  if (fate === undefined || isIgnored(fate) || last === null) return true;
  if (isReturn) return newest === null || !newest.subStatus.startsWith('return');
  return statusAdds(fate.subStatus, last, newest);
}

function placeText({ address }: WebEvent): PlaceText {
  const text: PlaceText = {};
  if (address?.city !== undefined) text.name = address.city;
  if (address?.countryCode !== undefined) text.country = address.countryCode.toUpperCase();
  return text;
}

function detailsOf(parcel: WebParcel): ShipmentDetails {
  const details: ShipmentDetails = {};
  const infos = parcel.infos.map(readTyped);
  const weightGrams = gramsOf(infos.find(([type]) => type === 'WEIGHT')?.[1]);
  const service = infos.find(([type]) => type === 'PRODUCT')?.[1];
  const references = parcel.references
    .map(readTyped)
    .flatMap(([type, value]) => (type === 'CUSTREF' || type === 'GLSREF' ? [value] : []));
  const signedBy = signerOf(parcel.signature);
  if (weightGrams !== null) details.weightGrams = weightGrams;
  if (service !== undefined) details.service = service;
  if (references.length > 0) details.references = references;
  if (signedBy !== null) details.signedBy = signedBy;
  return details;
}

function readTyped(raw: unknown): [type: string, value: string] {
  const { type = '', value = '' } = readTypedValue(raw) ?? {};
  return [type, value];
}

/** `3.5 kg`; the endpoint sometimes sends a missing text key instead of the unit. */
function gramsOf(text: string | undefined): number | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*kg$/i.exec(text ?? '');
  return match?.[1] === undefined ? null : Math.round(Number(match[1].replace(',', '.')) * 1000);
}

/**
 * `value` is a name, a name followed by the number of the parcel shop, or `true` for "there is a signature".
 */
function signerOf(signature: WebParcel['signature']): string | null {
  const value = typeof signature?.value === 'string' ? signature.value.trim() : '';
  if (value === '' || value === 'true' || value === 'false') return null;
  const name = value.replace(/\s*\(\d+\)$/, '');
  return name === '' ? null : name;
}
