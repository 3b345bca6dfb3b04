import { formatOffset, wallClockOf } from '@milepost/domain';
import type { JourneyEvent, Parcel } from '../../dialect.ts';
import { scanCodes } from './scan-codes.ts';

export const transaction = '00000000-0000-4000-8000-000000000000';

export function envelope(completeTrackResults: readonly unknown[]): unknown {
  return { transactionId: transaction, output: { completeTrackResults } };
}

export function answerFor(trackingNumber: string, trackResults: readonly unknown[]): unknown {
  return { trackingNumber, trackResults };
}

export function resultOf(parcel: Parcel, reported: readonly JourneyEvent[]): unknown {
  const newest = reported.at(-1);
  const scan = newest && scanCodes.get(newest.subStatus);
  const isDelivered = scan?.type === 'DL';
  const status = { code: scan?.type, derivedCode: scan?.state[0], description: scan?.text };
  return {
    trackingNumberInfo: {
      trackingNumber: parcel.trackingNumber,
      trackingNumberUniqueId: `12045~${parcel.trackingNumber}~FDEG`,
      carrierCode: 'FDXG',
    },
    additionalTrackingInfo: {
      packageIdentifiers: [{ type: 'CUSTOMER_REFERENCE', values: [parcel.reference] }],
      hasAssociatedShipments: false,
    },
    shipperInformation: { contact: {}, address: addressOf(parcel.origin) },
    recipientInformation: { contact: {}, address: addressOf(parcel.destination) },
    ...(scan ? { latestStatusDetail: { ...status, statusByLocale: scan.state[1] } } : {}),
    dateAndTimes: statedTimes(parcel, reported, isDelivered),
    scanEvents: reported.map(scanOf).reverse(),
    deliveryDetails: newest?.signedBy && isDelivered ? { receivedByName: newest.signedBy } : {},
    packageDetails: {
      count: '1',
      weightAndDimensions: { weight: [{ value: String(parcel.weightGrams / 1000), unit: 'KG' }] },
    },
    serviceDetail: { type: 'FEDEX_GROUND', description: 'FedEx Ground', shortDescription: 'FG' },
    estimatedDeliveryTimeWindow: { window: isDelivered ? {} : windowOf(parcel) },
  };
}

/** FedEx sends days as midnight at -06:00, in every season and place. */
function statedTimes(parcel: Parcel, reported: readonly JourneyEvent[], isDelivered: boolean): unknown[] {
  const [first] = reported;
  const newest = reported.at(-1);
  const stated: unknown[] = [];
  if (first) stated.push({ type: 'SHIP', dateTime: midnightOf(wallClockOf(first.occurredAt, first.zone)) });
  if (newest && isDelivered) stated.push({ type: 'ACTUAL_DELIVERY', dateTime: clockOf(newest) });
  else if (parcel.expected) {
    const day = wallClockOf(parcel.expected.to, parcel.destination.zone);
    stated.push({ type: 'ESTIMATED_DELIVERY', dateTime: midnightOf(day) });
  }
  return stated;
}

function midnightOf(wallClock: string): string {
  return `${wallClock.slice(0, 10)}T00:00:00-06:00`;
}

/** Wall clocks of the destination, without offset. */
function windowOf({ expected, destination }: Parcel): unknown {
  if (expected === null) return {};
  const { zone } = destination;
  return { begins: wallClockOf(expected.from, zone), ends: wallClockOf(expected.to, zone) };
}

function scanOf(journeyEvent: JourneyEvent): unknown {
  const { type, text, state, at, reason, delay } =
    scanCodes.get(journeyEvent.subStatus) ?? unsupported(journeyEvent);
  const isGarbled = journeyEvent.garbledCode !== undefined;
  return {
    date: clockOf(journeyEvent),
    eventType: journeyEvent.garbledCode ?? type,
    eventDescription: text,
    exceptionCode: isGarbled ? '' : (reason?.[0] ?? ''),
    exceptionDescription: isGarbled ? '' : (reason?.[1] ?? ''),
    scanLocation: { streetLines: [''], ...addressOf(journeyEvent.place) },
    locationType: at,
    derivedStatusCode: state[0],
    derivedStatus: state[1],
    ...(delay ? { delayDetail: { type: delay, status: 'DELAYED' } } : {}),
  };
}

/** Journeys use only the sub-statuses of the dialect, so this is a programming error. */
function unsupported({ subStatus }: JourneyEvent): never {
  throw new Error(`FedEx has no scan for ${subStatus}.`);
}

function addressOf(place: JourneyEvent['place']): Record<string, unknown> {
  const { name, postcode, region, country } = place;
  return {
    city: name.toUpperCase(),
    ...(region === undefined ? {} : { stateOrProvinceCode: region }),
    postalCode: postcode,
    countryCode: country,
    residential: false,
  };
}

/**
 * The wall clock of the place with its offset. A clock error shifts the wall clock and keeps the offset, as a
 * wrongly set scanner does.
 */
function clockOf({ occurredAt, zone, clockErrorMinutes = 0 }: JourneyEvent): string {
  const wallMs = Date.parse(`${wallClockOf(occurredAt, zone)}Z`);
  const offset = formatOffset(Math.round((wallMs - occurredAt) / 60_000));
  return `${new Date(wallMs + clockErrorMinutes * 60_000).toISOString().slice(0, 19)}${offset}`;
}
