import type { EventTime } from '@milepost/domain';
import type { Decoding } from '../../_kit/index.ts';
import { familyOf } from './codes.ts';
import { detailsOf } from './details.ts';
import { reportNotice } from './notices.ts';
import { type Parcel, readActivity, readParcel, readShipment } from './payload.ts';
import { addScan, type ScanContext } from './scans.ts';

/**
 * The Tracking API's answer:
 *
 *   trackResponse ─ shipment (per requested number) ─ package (per parcel) ─ activity (newest first)
 *
 * `milestones` beside the activities are a summary and may be in the future; they are not read.
 */
export function decodeAnswer(
  shipments: readonly unknown[],
  decoding: Decoding,
  askedFor: readonly string[],
): void {
  if (shipments.length === 0) {
    decoding.problem('unreadable_payload', 'The answer contains no shipment.', '/trackResponse');
  }
  shipments.forEach((item, index) => {
    decodeShipment(item, { decoding, askedFor, pointer: `/trackResponse/shipment/${index}` });
  });
}

interface AnswerContext {
  decoding: Decoding;
  askedFor: readonly string[];
  pointer: string;
}

function decodeShipment(item: unknown, context: AnswerContext): void {
  const { decoding, pointer } = context;
  const shipment = readShipment(item);
  if (shipment === undefined) {
    decoding.problem('unreadable_payload', 'A shipment is not an object.', pointer);
    return;
  }
  const { inquiryNumber, package: parcels, warnings } = shipment;
  const inquired = soleNumber(inquiryNumber, context.askedFor);
  parcels.forEach((value, index) => {
    decodeParcel(value, inquired, { ...context, pointer: `${pointer}/package/${index}` });
  });
  if (parcels.length > 0) return;
  warnings.forEach((value, index) => {
    reportNotice(value, inquired, { decoding, pointer: `${pointer}/warnings/${index}` });
  });
  if (warnings.length === 0)
    decoding.problem('unreadable_payload', 'A shipment contains no package.', pointer);
}

function decodeParcel(item: unknown, inquired: string | null, { decoding, pointer }: AnswerContext): void {
  const parcel = readParcel(item);
  if (parcel === undefined) {
    decoding.problem('unreadable_payload', 'A package is not an object.', pointer);
    return;
  }
  const trackingNumber = numberIn(parcel.trackingNumber) ?? inquired;
  if (trackingNumber === null) {
    decoding.problem('unknown_carrier_number', 'A package contains no tracking number.', pointer);
    return;
  }
  const target = decoding.shipment(trackingNumber);
  const context = { decoding, shipment: target, family: familyOf(trackingNumber), pointer };
  const delivery = decodeActivities(parcel, context);
  target.details(detailsOf(parcel, trackingNumber, { decoding, delivery }));
}

/**
 * Returns the time of the newest delivery. The recipient's name is part of the package and belongs to that
 * delivery.
 */
function decodeActivities(item: Parcel, context: ScanContext): EventTime | null {
  let delivery: EventTime | null = null;
  item.activity.forEach((value, index) => {
    const pointer = `${context.pointer}/activity/${index}`;
    const activity = readActivity(value);
    const codes = activity?.status;
    if (activity === undefined || codes === undefined) {
      context.decoding.problem('unreadable_event', 'A scan is not an object with a status.', pointer);
      return;
    }
    const receivedBy = delivery === null ? item.deliveryInformation?.receivedBy : undefined;
    const address = activity.location?.address;
    const scan = { codes, clock: activity, address, text: codes.description, receivedBy };
    const added = addScan(scan, { ...context, pointer });
    if (delivery === null && added?.milestone === 'delivered') delivery = added.time;
  });
  return delivery;
}

function soleNumber(inquiryNumber: string | undefined, askedFor: readonly string[]): string | null {
  return numberIn(inquiryNumber) ?? (askedFor.length === 1 ? (askedFor[0] ?? null) : null);
}

/** UPS documents 7 to 34 characters for every number; anything else is a placeholder. */
export function numberIn(text: string | undefined): string | null {
  return text !== undefined && /^[A-Z0-9]{7,34}$/i.test(text) ? text : null;
}
