import { type EventTime, readIsoTime, type ShipmentDetails, type TimeWindow } from '@milepost/domain';
import type { Decoding } from '../../_kit/index.ts';
import { type DhlShipment, readReference } from './payload.ts';
import { placeText, zoneHints } from './places.ts';
import { partnerNamed } from './services.ts';

/**
 * Statements about the whole parcel. `trackingNumber` is the number that the facts belong to, which may
 * differ from `id`.
 */
export function detailsOf(source: DhlShipment, trackingNumber: string, decoding: Decoding): ShipmentDetails {
  const { id, service = '', details } = source;
  const origin = decoding.place(placeText(source.origin));
  const destination = decoding.place(placeText(source.destination));
  const hints = zoneHints(service, destination);
  const read: Read = (text) => (text === undefined ? null : readIsoTime(text, hints));
  const estimated = estimateOf(source, read);
  const deliveredAt = read(details?.proofOfDelivery?.timestamp);
  const signedBy = signerOf(source);
  const product = details?.product?.productName ?? service;
  const weightGrams = gramsOf(details?.weight);
  const references = (details?.references ?? []).map(readReference);
  const numbers = [id, ...references.map((reference) => reference?.number)];
  const others = new Set(
    numbers.filter((number): number is string => number !== undefined && number !== trackingNumber),
  );
  const partnerNumber = references.find((reference) => reference?.type === 'local-tracking-number')?.number;
  return {
    answer: 'found',
    ...(estimated && { estimatedDelivery: estimated }),
    ...(deliveredAt && { deliveredAt }),
    ...(signedBy !== undefined && { signedBy }),
    // Express sends "UNKNOWN - Product unknown" where it has no value.
    ...(product !== '' && !/^unknown\b/i.test(product) && { service: product }),
    ...(others.size > 0 && { references: [...others] }),
    ...(origin && { origin }),
    ...(destination && { destination }),
    ...(weightGrams !== undefined && { weightGrams }),
    ...(details?.totalNumberOfPieces !== undefined && { parcelCount: details.totalNumberOfPieces }),
    ...(partnerNumber !== undefined &&
      partnerNumber !== trackingNumber && {
        partner: {
          carrier: partnerNamed(details?.provider?.destinationProvider),
          trackingNumber: partnerNumber,
        },
      }),
  };
}

type Read = (text: string | undefined) => EventTime | null;

/** A window is preferred over the single time beside it. */
function estimateOf(source: DhlShipment, read: Read): TimeWindow | null {
  const { estimatedFrom, estimatedThrough } = source.estimatedDeliveryTimeFrame ?? {};
  const from = read(estimatedFrom);
  const to = read(estimatedThrough);
  if (from === null && to === null) return momentOrDay(source.estimatedTimeOfDelivery, read);
  const isWholeDays =
    (from === null || isMidnight(from)) && (to === null || isMidnight(to) || isLastMinute(to));
  return isWholeDays ? { from: dayOf(estimatedFrom, read), to: dayOf(estimatedThrough, read) } : { from, to };
}

function momentOrDay(text: string | undefined, read: Read): TimeWindow | null {
  const moment = read(text);
  if (moment === null) return null;
  const both = isMidnight(moment) || isLastMinute(moment) ? dayOf(text, read) : moment;
  return { from: both, to: both };
}

/** Midnight and the last minute of a day stand for the day in fields that require a time. */
function isMidnight(time: EventTime): boolean {
  return time.precision === 'day' || time.localTime.endsWith('T00:00:00');
}

function isLastMinute(time: EventTime): boolean {
  return time.localTime.slice(11, 16) === '23:59';
}

/** Only the date: a day is that of the recipient, whatever the offset. */
function dayOf(text: string | undefined, read: Read): EventTime | null {
  return read(text?.slice(0, 10));
}

function signerOf(source: DhlShipment): string | undefined {
  const signed = source.details?.proofOfDelivery?.signed;
  if (signed === undefined) return undefined;
  const whole = [signed.givenName, signed.familyName].filter((part) => part !== undefined).join(' ');
  return signed.name ?? (whole === '' ? signed.organizationName : whole);
}

/** Units observed in answers, in any case: kg, KGM (its UN code), g, LB. */
const gramsPerUnit: Readonly<Record<string, number>> = {
  g: 1,
  grm: 1,
  kg: 1000,
  kgm: 1000,
  lb: 453.59237,
  lbr: 453.59237,
  lbs: 453.59237,
  oz: 28.349523125,
};

function gramsOf(
  weight: { value?: number | undefined; unitText?: string | undefined } | undefined,
): number | undefined {
  const factor = gramsPerUnit[weight?.unitText?.toLowerCase() ?? ''];
  if (weight?.value === undefined || factor === undefined || weight.value <= 0) return undefined;
  return Math.round(weight.value * factor);
}
