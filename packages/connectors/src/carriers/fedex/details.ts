import type { Place, PlaceText, ShipmentDetails } from '@milepost/domain';
import {
  readDatedStatement,
  readPackageIdentifier,
  readScanHead,
  readWeight,
  type TrackResult,
} from './payload.ts';
import { placeTextOf } from './places.ts';
import { readStatedTime, readStatedWindow } from './times.ts';

type Locate = (text: PlaceText) => Place | null;
type Stated = ReadonlyMap<string, string>;

/** Statements of one result about the whole parcel. `askedNumber` is the requested number. */
export function detailsOf(result: TrackResult, askedNumber: string, locate: Locate): ShipmentDetails {
  const stated = statedTimes(result);
  const destination = locate(placeTextOf(destinationOf(result)));
  const origin = locate(placeTextOf(originOf(result)));
  return {
    ...deliveryOf(result, stated, destination),
    ...expectationOf(result, stated, destination),
    ...sizeOf(result),
    ...referencesOf(result, askedNumber),
    ...(origin ? { origin } : {}),
    ...(destination ? { destination } : {}),
  };
}

function statedTimes(result: TrackResult): Stated {
  const stated = new Map<string, string>();
  for (const item of result.dateAndTimes) {
    const { type, dateTime } = readDatedStatement(item) ?? {};
    if (type !== undefined && dateTime !== undefined && !stated.has(type)) stated.set(type, dateTime);
  }
  return stated;
}

/** A waived signature is noted in the field of the name. */
const noSigner = /\bsignature\b/i;

/**
 * Only for parcels delivered to their recipient: before, the fields contain remains of an attempt; on the
 * way back, they are the sender's.
 */
function deliveryOf(result: TrackResult, stated: Stated, destination: Place | null): ShipmentDetails {
  const { code, derivedCode } = result.latestStatusDetail ?? {};
  if ((derivedCode ?? code) !== 'DL' || hasTurnedBack(result)) return {};
  const text = stated.get('ACTUAL_DELIVERY');
  const deliveredAt = text === undefined ? null : readStatedTime(text, destination);
  const signer = result.deliveryDetails?.signedByName ?? result.deliveryDetails?.receivedByName;
  return {
    ...(deliveredAt ? { deliveredAt } : {}),
    ...(signer !== undefined && !noSigner.test(signer) ? { signedBy: signer } : {}),
  };
}

function hasTurnedBack(result: TrackResult): boolean {
  return result.scanEvents.some((item) => readScanHead(item)?.eventType === 'RS');
}

/**
 * `standardTransitTimeWindow` is not read: it is the norm of the service, not an estimate for this parcel.
 */
function expectationOf(result: TrackResult, stated: Stated, destination: Place | null): ShipmentDetails {
  const { begins, ends } = result.estimatedDeliveryTimeWindow?.window ?? {};
  const estimated = stated.get('ESTIMATED_DELIVERY') ?? stated.get('APPOINTMENT_DELIVERY');
  const estimatedDelivery =
    readStatedWindow(begins, ends, destination) ?? readStatedWindow(undefined, estimated, destination);
  const promisedDelivery = readStatedWindow(undefined, stated.get('COMMITMENT'), destination);
  return {
    ...(estimatedDelivery ? { estimatedDelivery } : {}),
    ...(promisedDelivery ? { promisedDelivery } : {}),
  };
}

function sizeOf(result: TrackResult): ShipmentDetails {
  const { packageDetails, shipmentDetails, serviceDetail } = result;
  const service = serviceDetail?.description ?? serviceDetail?.type;
  const count = Number(packageDetails?.count ?? 0);
  const weightGrams =
    gramsOf(packageDetails?.weightAndDimensions?.weight ?? []) ?? gramsOf(shipmentDetails?.weight ?? []);
  return {
    ...(service ? { service } : {}),
    ...(Number.isSafeInteger(count) && count > 0 ? { parcelCount: count } : {}),
    ...(weightGrams === null ? {} : { weightGrams }),
  };
}

const gramsPerUnit: ReadonlyMap<string, number> = new Map([
  ['KG', 1000],
  ['KGS', 1000],
  ['LB', 453.59237],
  ['LBS', 453.59237],
]);

/** The weight may be sent in both units; the metric one is preferred. */
function gramsOf(weights: readonly unknown[]): number | null {
  const grams: [unit: string, value: number][] = [];
  for (const item of weights) {
    const { unit = '', value = '' } = readWeight(item) ?? {};
    const perUnit = gramsPerUnit.get(unit.toUpperCase());
    const amount = Number(value) * (perUnit ?? 0);
    if (amount > 0 && Number.isFinite(amount)) grams.push([unit.toUpperCase(), Math.round(amount)]);
  }
  const metric = grams.find(([unit]) => unit.startsWith('KG'));
  return (metric ?? grams[0])?.[1] ?? null;
}

/**
 * The sender's references, the unique id that distinguishes reused numbers, and the short number of a long
 * barcode.
 */
function referencesOf(result: TrackResult, askedNumber: string): ShipmentDetails {
  const references = new Set<string>();
  for (const item of result.additionalTrackingInfo?.packageIdentifiers ?? []) {
    const { value, values = [] } = readPackageIdentifier(item) ?? {};
    for (const text of [value, ...values]) {
      if (typeof text === 'string' && text.trim() !== '') references.add(text.trim());
    }
  }
  const { trackingNumber, trackingNumberUniqueId } = result.trackingNumberInfo ?? {};
  if (trackingNumberUniqueId) references.add(trackingNumberUniqueId);
  if (trackingNumber) references.add(trackingNumber);
  references.delete(askedNumber);
  return references.size === 0 ? {} : { references: [...references] };
}

function originOf(result: TrackResult) {
  return result.originLocation?.locationContactAndAddress?.address ?? result.shipperInformation?.address;
}

/** The current destination; a redirection shows first in `lastUpdatedDestinationAddress`. */
function destinationOf(result: TrackResult) {
  return (
    result.lastUpdatedDestinationAddress ??
    result.recipientInformation?.address ??
    result.destinationLocation?.locationContactAndAddress?.address
  );
}
