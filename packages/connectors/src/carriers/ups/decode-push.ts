import type { ShipmentDetails, ZoneHint } from '@milepost/domain';
import type { Decoding } from '../../_kit/index.ts';
import { familyOf } from './codes.ts';
import { numberIn } from './decode-answer.ts';
import { isOwnNumber, sameClock } from './details.ts';
import { readPush, type TrackAlert } from './payload.ts';
import { type AddedScan, addScan } from './scans.ts';
import { readLocal, readWindow } from './times.ts';

/** Track Alert's push: one scan of one parcel, with its expected delivery. */
export function decodePush(value: unknown, decoding: Decoding): void {
  const alert = readPush(value);
  if (alert?.activityStatus === undefined) {
    decoding.problem('unreadable_event', 'The push is not an object with an activity status.', '');
    return;
  }
  const trackingNumber = numberIn(alert.trackingNumber);
  if (trackingNumber === null) {
    decoding.problem('unknown_carrier_number', 'The push contains no tracking number.', '/trackingNumber');
    return;
  }
  const { type, code, descriptionCode, description } = alert.activityStatus;
  const shipment = decoding.shipment(trackingNumber);
  const scan = {
    codes: { type, code, statusCode: descriptionCode },
    clock: {
      date: alert.localActivityDate,
      time: alert.localActivityTime,
      gmtDate: alert.gmtActivityDate,
      gmtTime: alert.gmtActivityTime,
      gmtOffset: alert.gmtOffset,
    },
    address: alert.activityLocation,
    text: description,
    receivedBy: alert.receivedBy,
  };
  const added = addScan(scan, { decoding, shipment, family: familyOf(trackingNumber), pointer: '' });
  shipment.details(detailsOf(alert, trackingNumber, added));
}

function detailsOf(alert: TrackAlert, trackingNumber: string, scan: AddedScan | null): ShipmentDetails {
  const details: ShipmentDetails = { ...deliveryOf(alert, scan) };
  if (alert.receivedBy !== undefined) details.signedBy = alert.receivedBy;
  const other = alert.alternateTrackingNumber;
  if (other !== undefined && other !== trackingNumber && isOwnNumber(other)) details.references = [other];
  return details;
}

function deliveryOf(alert: TrackAlert, scan: AddedScan | null): ShipmentDetails {
  const stated = readLocal(alert.actualDeliveryDate, alert.actualDeliveryTime, null);
  if (stated !== null) return { deliveredAt: sameClock(stated, scan?.time ?? null) };
  const times = { start: alert.deliveryStartTime, end: alert.deliveryEndTime };
  const estimate = readWindow(alert.scheduledDeliveryDate, times, vanHint(scan));
  if (estimate === null) return {};
  // Later pushes repeat the first scheduled day; a day in the past is not an estimate.
  const day = (estimate.to ?? estimate.from)?.localTime.slice(0, 10) ?? '';
  const today = scan?.time.localTime.slice(0, 10) ?? '';
  return day < today ? {} : { estimatedDelivery: estimate };
}

/** A push does not contain the destination. On the van its clock is almost certainly that of the depot. */
function vanHint(scan: AddedScan | null): ZoneHint | null {
  const zone = scan?.milestone === 'out_for_delivery' ? scan.time.zone : null;
  return zone == null ? null : { zone, source: 'assumed' };
}
