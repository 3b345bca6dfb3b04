import {
  type EventTime,
  type PlaceText,
  readIsoTime,
  type ShipmentDetails,
  type ZoneHint,
} from '@milepost/domain';
import type { CodeFate, Decoding } from '../../_kit/index.ts';
import { dutchStates } from './codes.ts';
import type { Reading } from './decode-group.ts';
import { type DutchParcel, type DutchScan, readDutchParcel, readDutchScan } from './payload.ts';
import { laterOf, TieCount } from './progress.ts';

/** Dutch clocks without offset, also for scans abroad, because they come from one system. */
const dutchTime: readonly ZoneHint[] = [{ zone: 'Europe/Amsterdam', source: 'carrier_default' }];

/**
 * GLS Netherlands: scans oldest first, each with a state; the sub-state is sent once, for the newest of
 * them.
 */
export function decodeDutchParcel(document: object, { decoding }: Reading): void {
  const parcel = readDutchParcel(document);
  if (parcel?.parcelNo === undefined) {
    decoding.problem('unknown_carrier_number', 'parcelNo is missing.', '/parcelNo');
    return;
  }
  const shipment = decoding.shipment(parcel.parcelNo);
  const scans = parcel.scans.flatMap((raw, index) => readScan(raw, `/scans/${index}`, decoding));
  const newest = scans.reduce<EventTime | null>((held, { time }) => laterOf(held, time), null);
  const ties = new TieCount();
  for (const { scan, time, pointer } of scans) {
    const { state, eventReasonDescr: text } = scan;
    const subCode = time === newest ? finerState(parcel, state) : null;
    const place = decoding.place(placeText(scan));
    const sequence = ties.next(time);
    shipment.event(
      { time, fate: fateOf(state, subCode), code: state, subCode, text, place, sequence },
      pointer,
    );
  }
  shipment.details({ answer: 'found', ...detailsOf(parcel) });
}

interface ReadScan {
  scan: DutchScan;
  time: EventTime;
  pointer: string;
}

/** The scan, or null after reporting a problem. */
function readScan(raw: unknown, pointer: string, decoding: Decoding): ReadScan[] {
  const scan = readDutchScan(raw);
  if (scan === undefined) {
    decoding.problem('unreadable_event', 'The scan is not an object.', pointer);
    return [];
  }
  const time = readTime(scan.dateTime);
  if (time !== null) return [{ scan, time, pointer }];
  decoding.problem(
    'unreadable_time',
    `dateTime is ${JSON.stringify(scan.dateTime ?? null)}.`,
    `${pointer}/dateTime`,
  );
  return [];
}

/** The parcel's sub-state if it is known; a parcel shop is recognised without one too. */
function finerState(parcel: DutchParcel, state: string | undefined): string | null {
  if (state === undefined || state !== parcel.state) return null;
  if (parcel.subState !== undefined && dutchStates.has(`${state}:${parcel.subState}`)) return parcel.subState;
  return state === '4' && isAtShop(parcel) ? 'shop' : null;
}

function isAtShop(parcel: DutchParcel): boolean {
  return parcel.deliveryListInfo?.isParcelShop === true || Boolean(parcel.deliveryScanInfo?.parcelShop);
}

function fateOf(state: string | undefined, subCode: string | null): CodeFate | undefined {
  if (state === undefined) return undefined;
  return dutchStates.get(subCode === null ? state : `${state}:${subCode}`);
}

/** A depot name of `-` means none. */
function placeText(scan: DutchScan): PlaceText {
  const text: PlaceText = {};
  if (scan.depotName !== undefined && scan.depotName !== '-') text.name = scan.depotName;
  if (scan.countryName !== undefined) text.country = scan.countryName;
  return text;
}

function detailsOf(parcel: DutchParcel): ShipmentDetails {
  const details: ShipmentDetails = {};
  const { deliveryScanInfo, deliveryStatus } = parcel;
  const kilograms = parcel.weighedWeight ?? parcel.suppliedWeight;
  if (typeof kilograms === 'number') details.weightGrams = Math.round(kilograms * 1000);
  const from = readTime(deliveryStatus?.etaTimestampMin);
  const to = readTime(deliveryStatus?.etaTimestampMax);
  if (from !== null || to !== null) details.estimatedDelivery = { from, to };
  const deliveredAt =
    deliveryScanInfo?.isDelivered && !isAtShop(parcel) ? readTime(deliveryScanInfo.dateTime) : null;
  if (deliveredAt !== null) details.deliveredAt = deliveredAt;
  return details;
}

function readTime(text: string | undefined): EventTime | null {
  return text === undefined ? null : readIsoTime(text, dutchTime);
}
