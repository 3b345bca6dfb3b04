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
import { newerOf, type ProgressEvent, statusAdds, TieCount } from './progress.ts';

export interface Reading {
  decoding: Decoding;
  context: DecodeContext;
}

/** The elements of a Track & Trace answer. `pointer` is null when the element is the whole document. */
export function decodeParcels(elements: readonly unknown[], pointer: string | null, reading: Reading): void {
  if (elements.length === 0) {
    reading.decoding.problem('not_tracking', 'The answer contains no parcel.', pointer ?? '');
  }
  const parcels = elements.map(readParcel);
  const requests = new Map<string, number>();
  for (const parcel of parcels) {
    if (parcel?.requested) requests.set(parcel.requested, (requests.get(parcel.requested) ?? 0) + 1);
  }
  const { decoding } = reading;
  for (const [index, parcel] of parcels.entries()) {
    const at = pointer === null ? '' : `${pointer}/${index}`;
    if (parcel === undefined) decoding.problem('unreadable_event', 'The parcel is not an object.', at);
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
  const target: DecodeTarget = { shipment, decoding, newest: null, ties: new TieCount() };
  for (let index = parcel.events.length - 1; index >= 0; index--) {
    target.newest = decodeEvent(parcel.events[index], `${pointer}/events/${index}`, target);
  }
  decodeStatus(parcel, pointer, target);
  shipment.details({
    answer: 'found',
    ...(parcel.unitno && parcel.unitno !== number && { references: [parcel.unitno] }),
  });
}

/**
 * The number that the facts belong to: the requested one, which may be a track id or the number with its
 * check digit. A reference shared by several parcels is not the number of any of them.
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
  const message = [parcel.errorCode, parcel.errorMessage].filter(Boolean).join(': ');
  decoding.problem('carrier_error', `GLS answered for ${number}: ${message.slice(0, 300)}`, pointer);
}

/** State while the events of a parcel are read, from oldest to newest. */
interface DecodeTarget {
  shipment: ShipmentDecoding;
  decoding: Decoding;
  newest: ProgressEvent | null;
  ties: TieCount;
}

function decodeEvent(raw: unknown, pointer: string, target: DecodeTarget): ProgressEvent | null {
  const { shipment, decoding, newest } = target;
  const event = readEvent(raw);
  if (event === undefined) {
    decoding.problem('unreadable_event', 'The event is not an object.', pointer);
    return newest;
  }
  const place = decoding.place(placeText(event));
  // The offset is that of GLS's system. It was never missing, so the place is only a fallback.
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
  const sequence = target.ties.next(time);
  shipment.event({ time, fate, code: event.code, text: event.description, place, sequence }, pointer);
  return newerOf(newest, time, fate);
}

function decodeStatus(parcel: Parcel, pointer: string, target: DecodeTarget): void {
  const { shipment, decoding, newest } = target;
  const { status, statusDateTime } = parcel;
  if (status === undefined) return;
  const fate: CodeFate | undefined = parcelStatuses.get(status);
  const time = statusDateTime === undefined ? null : readIsoTime(statusDateTime);
  if (time === null) {
    // The newest event is enough; only without events does the missing time lose information.
    if (newest === null)
      decoding.problem(
        'unreadable_time',
        `The status ${status} has no readable time.`,
        `${pointer}/statusDateTime`,
      );
    return;
  }
  if (fate !== undefined && !isIgnored(fate) && !statusAdds(fate.subStatus, time, newest)) return;
  const sequence = target.ties.next(time);
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
