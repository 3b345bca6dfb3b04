import { type Place, type PlaceText, readIsoTime, type ZoneHint } from '@milepost/domain';
import {
  type CodeFate,
  type DecodeContext,
  type Decoding,
  isIgnored,
  type ShipmentDecoding,
} from '../../_kit/index.ts';
import { eventCodes, parcelStatuses } from './codes.ts';
import { type GroupEvent, type Parcel, readEvent, readParcel } from './payload.ts';
import { newerOf, statusAdds, TieCount, type Told } from './progress.ts';

export interface Reading {
  decoding: Decoding;
  context: DecodeContext;
}

/** The elements of a Track & Trace answer. `pointer` is null when the element is the document itself. */
export function decodeParcels(elements: readonly unknown[], pointer: string | null, reading: Reading): void {
  if (elements.length === 0) {
    reading.decoding.problem('not_tracking', 'The answer names no parcel.', pointer ?? '');
  }
  const parcels = elements.map(readParcel);
  const requests = new Map<string, number>();
  for (const parcel of parcels) {
    if (parcel?.requested) requests.set(parcel.requested, (requests.get(parcel.requested) ?? 0) + 1);
  }
  const { decoding } = reading;
  for (const [index, parcel] of parcels.entries()) {
    const at = pointer === null ? '' : `${pointer}/${index}`;
    if (parcel === undefined) decoding.problem('unreadable_event', 'The parcel is no object.', at);
    else decodeParcel(parcel, at, { ...reading, isShared: (requests.get(parcel.requested ?? '') ?? 0) > 1 });
  }
  for (const [requested, count] of requests) {
    if (count > 1 && isAskedFor(requested, reading))
      decoding.shipment(requested).details({ answer: 'found' });
  }
}

type ParcelReading = Reading & { isShared: boolean };

function decodeParcel(parcel: Parcel, pointer: string, reading: ParcelReading): void {
  const { decoding } = reading;
  const number = numberOf(parcel, reading);
  if (number === undefined) {
    decoding.problem('unknown_carrier_number', 'The parcel has neither unitno nor requested.', pointer);
    return;
  }
  if (parcel.errorCode) {
    decodeParcelError(parcel, number, pointer, decoding);
    return;
  }
  const shipment = decoding.shipment(number);
  const walk: Walk = { shipment, decoding, newest: null, ties: new TieCount() };
  for (let index = parcel.events.length - 1; index >= 0; index--) {
    walk.newest = decodeEvent(parcel.events[index], `${pointer}/events/${index}`, walk);
  }
  decodeStatus(parcel, pointer, walk);
  shipment.details({
    answer: 'found',
    ...(parcel.unitno && parcel.unitno !== number && { references: [parcel.unitno] }),
  });
}

/**
 * The number the facts belong to. We hold the one that was asked for, which may be a track id or the number with its check digit; but a reference
 * that several parcels share is none of them.
 */
function numberOf({ requested, unitno }: Parcel, reading: ParcelReading): string | undefined {
  if (requested === undefined || unitno === undefined) return unitno ?? requested;
  const isSame = requested.startsWith(unitno) || isAskedFor(requested, reading);
  return isSame && !reading.isShared ? requested : unitno;
}

function isAskedFor(requested: string | undefined, { context }: Reading): boolean {
  return requested !== undefined && (context.askedFor?.includes(requested) ?? false);
}

function decodeParcelError(parcel: Parcel, number: string, pointer: string, decoding: Decoding): void {
  if (parcel.errorCode === 'E_404_01') {
    decoding.shipment(number).details({ answer: 'not_found' });
    return;
  }
  const said = [parcel.errorCode, parcel.errorMessage].filter(Boolean).join(': ');
  decoding.problem('carrier_error', `GLS answered for ${number}: ${said.slice(0, 300)}`, pointer);
}

/** The way through a parcel's events, from the oldest to the newest. */
interface Walk {
  shipment: ShipmentDecoding;
  decoding: Decoding;
  newest: Told | null;
  ties: TieCount;
}

function decodeEvent(raw: unknown, pointer: string, walk: Walk): Told | null {
  const { shipment, decoding, newest } = walk;
  const event = readEvent(raw);
  if (event === undefined) {
    decoding.problem('unreadable_event', 'The event is no object.', pointer);
    return newest;
  }
  const place = decoding.place(placeText(event));
  // The offset is that of GLS's system; one was never missing, so the place is only a fallback.
  const time = event.eventDateTime === undefined ? null : readIsoTime(event.eventDateTime, zoneHints(place));
  if (time === null) {
    const found =
      event.eventDateTime === undefined
        ? 'is missing'
        : `is ${JSON.stringify(event.eventDateTime.slice(0, 40))}`;
    decoding.problem('unreadable_time', `eventDateTime ${found}.`, `${pointer}/eventDateTime`);
    return newest;
  }
  const fate = event.code === undefined ? undefined : eventCodes.get(event.code);
  const sequence = walk.ties.next(time);
  shipment.event({ time, fate, code: event.code, text: event.description, place, sequence }, pointer);
  return newerOf(newest, time, fate);
}

function decodeStatus(parcel: Parcel, pointer: string, walk: Walk): void {
  const { shipment, decoding, newest } = walk;
  const { status, statusDateTime } = parcel;
  if (status === undefined) return;
  const fate: CodeFate | undefined = parcelStatuses.get(status);
  const time = statusDateTime === undefined ? null : readIsoTime(statusDateTime);
  if (time === null) {
    // The newest event speaks for the parcel; only without any does the missing time cost us something.
    if (newest === null)
      decoding.problem(
        'unreadable_time',
        `The status ${status} has no readable time.`,
        `${pointer}/statusDateTime`,
      );
    return;
  }
  if (fate !== undefined && !isIgnored(fate) && !statusAdds(fate.subStatus, time, newest)) return;
  const sequence = walk.ties.next(time);
  shipment.event({ time, fate, code: status, subCode: 'status', sequence }, `${pointer}/status`);
}

function placeText(event: GroupEvent): PlaceText {
  const text: PlaceText = {};
  if (event.city !== undefined) text.name = event.city;
  if (event.postalCode !== undefined) text.postcode = event.postalCode;
  if (event.country !== undefined) text.country = event.country.toUpperCase();
  return text;
}

function zoneHints(place: Place | null): ZoneHint[] {
  return place?.zone === undefined ? [] : [{ zone: place.zone, source: 'place' }];
}
