import type { EventTime, PlaceText, ShipmentDetails, ZoneHint } from '@milepost/domain';
import type { Decoding } from '../../_kit/index.ts';
import { type Parcel, readDeliveryDate, readPackageAddress, readTypedNumber } from './payload.ts';
import { placeTextOf } from './places.ts';
import { placeHint, readLocal, readWindow } from './times.ts';

/** Statements about the whole parcel. `delivery` is the time of the newest delivery scan, or null. */
export function detailsOf(
  parcel: Parcel,
  trackingNumber: string,
  { decoding, delivery }: { decoding: Decoding; delivery: EventTime | null },
): ShipmentDetails {
  const details: ShipmentDetails = { answer: 'found' };
  const destination = decoding.place(addressOf(parcel, 'DESTINATION'));
  const origin = decoding.place(addressOf(parcel, 'ORIGIN'));
  if (destination !== null) details.destination = destination;
  if (origin !== null) details.origin = origin;
  const hint = placeHint(destination);
  Object.assign(details, deliveryOf(parcel, hint, delivery), numbersOf(parcel, trackingNumber));
  const pickupBy = readLocal(parcel.accessPointInformation?.pickupByDate, undefined, hint);
  if (pickupBy !== null) details.pickupBy = pickupBy;
  const signedBy = parcel.deliveryInformation?.receivedBy;
  if (signedBy !== undefined) details.signedBy = signedBy;
  if (parcel.service?.description !== undefined) details.service = parcel.service.description;
  const weightGrams = gramsOf(parcel.weight);
  if (weightGrams !== null) details.weightGrams = weightGrams;
  const parcelCount = Number(parcel.packageCount);
  if (Number.isInteger(parcelCount) && parcelCount > 0) details.parcelCount = parcelCount;
  return details;
}

function addressOf(parcel: Parcel, type: string): PlaceText {
  for (const item of parcel.packageAddress) {
    const entry = readPackageAddress(item);
    if (entry?.type === type) return placeTextOf(entry.address);
  }
  return {};
}

/**
 * If delivered, its time. Else the rescheduled or scheduled day, narrowed by the window of that day; where
 * there are both, the scheduled one is the promise. All are days and clocks of the destination.
 */
function deliveryOf(parcel: Parcel, hint: ZoneHint | null, delivery: EventTime | null): ShipmentDetails {
  const days = daysByType(parcel);
  const { type, startTime, endTime } = parcel.deliveryTime ?? {};
  const delivered = days.get('DEL');
  if (delivered !== undefined) {
    const stated = readLocal(delivered, type === 'DEL' ? endTime : undefined, hint);
    return stated === null ? {} : { deliveredAt: sameClock(stated, delivery) };
  }
  const scheduled = days.get('SDD');
  const rescheduled = days.get('RDD');
  const narrow = type === 'DEL' ? undefined : endTime;
  const estimate = readWindow(rescheduled ?? scheduled, { start: startTime, end: narrow }, hint);
  const promise = rescheduled === undefined ? null : readWindow(scheduled, wholeDay, hint);
  return {
    ...(estimate === null ? {} : { estimatedDelivery: estimate }),
    ...(promise === null ? {} : { promisedDelivery: promise }),
  };
}

const wholeDay = { start: undefined, end: undefined };

function daysByType(parcel: Parcel): Map<string, string> {
  const days = new Map<string, string>();
  for (const item of parcel.deliveryDate) {
    const { type, date } = readDeliveryDate(item) ?? {};
    if (type !== undefined && date !== undefined) days.set(type, date);
  }
  return days;
}

/** The delivery scan has the same wall clock and may have its offset. */
export function sameClock(stated: EventTime, scan: EventTime | null): EventTime {
  return scan?.localTime === stated.localTime ? scan : stated;
}

/**
 * The sender's references, and other numbers of the parcel: a second UPS number becomes a reference, another
 * carrier's number the next leg.
 */
function numbersOf(parcel: Parcel, trackingNumber: string): ShipmentDetails {
  const references = new Set<string>();
  for (const item of parcel.referenceNumber) {
    const number = readTypedNumber(item)?.number;
    if (number !== undefined && !/^N\/?A$/i.test(number)) references.add(number);
  }
  const details: ShipmentDetails = {};
  for (const item of parcel.alternateTrackingNumber) {
    const { number, type } = readTypedNumber(item) ?? {};
    if (number === undefined || number === trackingNumber) continue;
    if (isOwnNumber(number)) references.add(number);
    else details.partner ??= { carrier: type?.startsWith('USPS') ? 'usps' : null, trackingNumber: number };
  }
  if (references.size > 0) details.references = [...references];
  return details;
}

/** A second UPS number belongs to the same parcel: it is useful for search and is not another leg. */
export function isOwnNumber(number: string): boolean {
  return /^1[ZR]/.test(number);
}

const gramsPerUnit: Readonly<Record<string, number>> = { LBS: 453.59237, KGS: 1000 };

function gramsOf(weight: Parcel['weight']): number | null {
  const perUnit = gramsPerUnit[weight?.unitOfMeasurement ?? ''];
  const grams = perUnit === undefined ? 0 : Math.round(Number(weight?.weight) * perUnit);
  return grams > 0 ? grams : null;
}
