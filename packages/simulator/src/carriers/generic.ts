import { formatOffset, type SubStatus, subStatusNames, wallClockOf } from '@milepost/domain';
import { Webhook } from 'standardwebhooks';
import type { Credentials, Dialect, JourneyEvent, Parcel, PushRequest } from '../dialect.ts';

/** Sub-statuses that Milepost derives itself; no sender reports them. */
const internal = /^(?:pending|unknown)\.|^expired\.(?:no_updates|stopped_by_user)$/;
const supported: readonly SubStatus[] = subStatusNames.filter((name) => !internal.test(name));
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A sender of Milepost's own JSON format, such as a regional courier or the shop's own vans. It pushes with
 * Standard Webhooks signatures and has no API to poll.
 */
export const dialect: Dialect = {
  carrier: 'generic',
  subStatuses: new Set(supported),
  headersFor: (body, credentials) => signed(body, `msg_${body.length}`, credentials).headers,
  newTrackingNumber(random) {
    const letters = Array.from({ length: 10 }, () => alphabet.charAt(Math.floor(random() * alphabet.length)));
    return `VAN-${letters.join('')}`;
  },
  serve() {
    // There is no API: the format is pushed or imported as a file.
  },
  push(parcel, journeyEvents, credentials) {
    const body = JSON.stringify({ shipments: [shipmentOf(parcel, journeyEvents)] });
    return [signed(body, messageId(parcel, journeyEvents), credentials)];
  },
};

/** A message that is sent again keeps its id and gets a new timestamp. */
function messageId(parcel: Parcel, journeyEvents: readonly JourneyEvent[]): string {
  return `msg_${parcel.trackingNumber}_${journeyEvents.map(({ sequence }) => sequence).join('_')}`;
}

/**
 * Uses the real clock even when the simulated clock runs faster, because the receiver checks the timestamp
 * against its own clock.
 */
function signed(body: string, id: string, credentials: Credentials): PushRequest {
  const now = new Date();
  const signature = new Webhook(credentials.webhookSecret ?? '').sign(id, now, body);
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signature,
    },
    body,
  };
}

function shipmentOf(parcel: Parcel, journeyEvents: readonly JourneyEvent[]): object {
  const { trackingNumber, reference, expected, destination } = parcel;
  return {
    trackingNumber,
    carrier: 'Own vans',
    references: [reference],
    ...(expected && {
      estimatedDelivery: {
        from: localTime(expected.from, destination.zone),
        to: localTime(expected.to, destination.zone),
      },
    }),
    events: journeyEvents.map((journeyEvent) => eventOf(trackingNumber, journeyEvent)),
  };
}

function eventOf(trackingNumber: string, journeyEvent: JourneyEvent): object {
  const { subStatus, occurredAt, zone, place, sequence, signedBy, garbledCode, clockErrorMinutes } =
    journeyEvent;
  const { name, postcode, region, country } = place;
  return {
    id: `${trackingNumber}-${sequence}`,
    status: garbledCode ?? subStatus,
    time: localTime(occurredAt, zone, clockErrorMinutes),
    zone,
    place: { name, postcode, region, country },
    ...(signedBy !== undefined && { signedBy }),
  };
}

/** `2026-06-17T11:42:00+02:00`. A clock error shifts the wall clock and keeps the offset. */
function localTime(occurredAt: number, zone: string, errorMinutes = 0): string {
  const wallMs = Date.parse(`${wallClockOf(occurredAt, zone)}Z`);
  const offset = formatOffset(Math.round((wallMs - occurredAt) / 60_000));
  return `${new Date(wallMs + errorMinutes * 60_000).toISOString().slice(0, 19)}${offset}`;
}
