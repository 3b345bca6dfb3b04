import { formatOffset, wallClockOf } from '@milepost/domain';
import type { JourneyEvent, Parcel } from '../../dialect.ts';
import { scanCodes } from './scan-codes.ts';

/** An answer of the Tracking API about a known parcel, newest scan first. */
export function answerOf(parcel: Parcel, reported: readonly JourneyEvent[]): unknown {
  const { trackingNumber } = parcel;
  const newest = reported.at(-1);
  const status = newest && statusOf(newest);
  return shipmentAnswer({
    inquiryNumber: trackingNumber,
    package: [
      {
        trackingNumber,
        ...statedTimes(parcel, newest),
        activity: reported.map(activityOf).reverse(),
        ...(status ? { currentStatus: { description: status.text, code: status.status } } : {}),
        packageAddress: [
          { type: 'ORIGIN', address: addressOf(parcel.origin) },
          {
            type: 'DESTINATION',
            address: { ...addressOf(parcel.destination), postalCode: parcel.destination.postcode },
          },
        ],
        weight: { unitOfMeasurement: 'KGS', weight: (parcel.weightGrams / 1000).toFixed(2) },
        service: { code: '518', levelCode: '003', description: 'UPS Ground' },
        referenceNumber: [{ type: 'PACKAGE', number: parcel.reference }],
        ...(newest && isDelivery(newest)
          ? { deliveryInformation: { receivedBy: newest.signedBy ?? '' } }
          : {}),
        packageCount: 1,
      },
    ],
  });
}

/** An unknown number gives a warning inside HTTP 200. */
export function notFoundAnswer(inquiryNumber: string): unknown {
  const warnings = [{ code: 'TW0001', message: 'Tracking Information Not Found' }];
  return shipmentAnswer({ inquiryNumber, warnings });
}

/** A push of Track Alert: one scan. Only deliveries contain the postcode. */
export function alertOf(parcel: Parcel, journeyEvent: JourneyEvent): unknown {
  const { type, code, status, text } = statusOf(journeyEvent);
  const clock = clockOf(journeyEvent);
  const { name, region, postcode, country } = journeyEvent.place;
  const isDelivered = isDelivery(journeyEvent);
  const window = parcel.expected === null ? null : windowOf(parcel.expected, parcel.destination.zone);
  return {
    trackingNumber: parcel.trackingNumber,
    localActivityDate: clock.date,
    localActivityTime: clock.time,
    activityLocation: {
      city: name,
      stateProvince: region ?? '',
      postalCode: isDelivered ? postcode : '',
      country,
    },
    activityStatus: { type, code, description: text, descriptionCode: status },
    scheduledDeliveryDate: window?.date ?? '',
    actualDeliveryDate: isDelivered ? clock.date : '',
    actualDeliveryTime: isDelivered ? clock.time : '',
    gmtActivityDate: clock.gmtDate,
    gmtActivityTime: clock.gmtTime,
    gmtOffset: clock.offset.replace(':', '.'),
    deliveryStartTime: isDelivered ? '' : (window?.startTime ?? ''),
    deliveryEndTime: isDelivered ? '' : (window?.endTime ?? ''),
    deliveryTimeDescription: isDelivered || window === null ? '' : 'estimated delivery window',
    receivedBy: isDelivered ? (journeyEvent.signedBy ?? '') : '',
  };
}

function shipmentAnswer(shipment: unknown): unknown {
  return { trackResponse: { shipment: [shipment] } };
}

function isDelivery({ subStatus, garbledCode }: JourneyEvent): boolean {
  return subStatus.startsWith('delivered.') && garbledCode === undefined;
}

function statedTimes({ expected, destination }: Parcel, newest: JourneyEvent | undefined): object {
  if (newest && isDelivery(newest)) {
    const { date, time } = clockOf(newest);
    return { deliveryDate: [{ type: 'DEL', date }], deliveryTime: { type: 'DEL', endTime: time } };
  }
  if (expected === null) return {};
  const { date, startTime, endTime } = windowOf(expected, destination.zone);
  return { deliveryDate: [{ type: 'SDD', date }], deliveryTime: { type: 'EDW', startTime, endTime } };
}

function windowOf(expected: { from: number; to: number }, zone: string) {
  const from = digitsOf(wallClockOf(expected.from, zone));
  const to = digitsOf(wallClockOf(expected.to, zone));
  return { date: to.date, startTime: from.time, endTime: to.time };
}

function activityOf(journeyEvent: JourneyEvent): unknown {
  const { type, code, status, text } = statusOf(journeyEvent);
  const { date, time, gmtDate, gmtTime, offset } = clockOf(journeyEvent);
  return {
    location: { address: addressOf(journeyEvent.place), slic: journeyEvent.place.postcode.slice(0, 4) },
    status: { type, description: text, code, statusCode: status },
    date,
    time,
    gmtDate,
    gmtOffset: offset,
    gmtTime: `${gmtTime.slice(0, 2)}:${gmtTime.slice(2, 4)}:${gmtTime.slice(4)}`,
  };
}

/** A garbled code is sent as a movement without a status code, so that no other field reveals its meaning. */
function statusOf({ subStatus, garbledCode }: JourneyEvent) {
  const scan = scanCodes.get(subStatus);
  // Journeys use only the sub-statuses of the dialect, so this is a programming error.
  if (scan === undefined) throw new Error(`UPS has no scan for ${subStatus}.`);
  const [type, code, status, text] = scan;
  if (garbledCode !== undefined) return { type: 'I', code: garbledCode, status: '', text };
  return { type, code, status, text };
}

function addressOf({ name, region, country }: JourneyEvent['place']): Record<string, string> {
  return {
    city: name,
    ...(region === undefined ? {} : { stateProvince: region }),
    countryCode: country,
    country,
  };
}

/** A clock error shifts GMT too, because UPS derives it from the local clock. */
function clockOf({ occurredAt, zone, clockErrorMinutes = 0 }: JourneyEvent) {
  const wallMs = Date.parse(`${wallClockOf(occurredAt, zone)}Z`);
  const offset = formatOffset(Math.round((wallMs - occurredAt) / 60_000));
  const shiftMs = clockErrorMinutes * 60_000;
  const { date, time } = digitsOf(new Date(wallMs + shiftMs).toISOString());
  const gmt = digitsOf(new Date(occurredAt + shiftMs).toISOString());
  return { date, time, gmtDate: gmt.date, gmtTime: gmt.time, offset };
}

/** `2026-03-01T14:05:00` → `20260301` and `140500`. */
function digitsOf(wallClock: string): { date: string; time: string } {
  const digits = wallClock.replaceAll(/\D/g, '');
  return { date: digits.slice(0, 8), time: digits.slice(8, 14) };
}
