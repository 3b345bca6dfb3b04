import { createHmac } from 'node:crypto';
import { formatOffset, type SubStatus } from '@milepost/domain';
import type { Credentials, Dialect, JourneyEvent, Parcel } from './dialect.ts';
import { minuteMs, wallMsOf } from './journeys/local-time.ts';

/**
 * A dialect described by data: a JSON API with one request for each parcel, a key in the header
 * `authorization`, and pushes of the same shape that are signed with HMAC-SHA256 in hexadecimal. A carrier
 * that differs implements `Dialect` itself.
 */
export interface SimpleDialect {
  carrier: string;
  /** Form of the tracking numbers; each `#` becomes a digit. */
  numbers: string;
  collectsIn?: readonly string[];
  deliversIn?: readonly string[];
  /** Code and text for each sub-status that the carrier reports. */
  codes: Partial<Record<SubStatus, readonly [code: string, text: string]>>;
  /** An answer or a push about one parcel. Scans are oldest first. */
  message(parcel: Parcel, scans: readonly SimpleScan[]): object;
  poll?: {
    /** Fastify route with the parameter `number`. */
    path: `${string}:number${string}`;
    authorization(credentials: Credentials): string;
    unknown: { status: number; body: object };
  };
  push?: { signatureHeader: string; secret(credentials: Credentials): string };
}

/** One event, ready to be written in the carrier's shape. */
export interface SimpleScan {
  code: string;
  text: string;
  /** ISO 8601 with offset: `2026-06-17T11:42:00+02:00`. */
  time: string;
  place: JourneyEvent['place'];
  sequence: number;
  signedBy: string | null;
}

export function simpleDialect(definition: SimpleDialect): Dialect {
  const { carrier, numbers, codes, message, push, collectsIn, deliversIn } = definition;
  const headersFor = (body: string, credentials: Credentials): Record<string, string> => ({
    'content-type': 'application/json',
    ...(push && { [push.signatureHeader]: signatureOf(body, push.secret(credentials)) }),
  });
  return {
    carrier,
    // The keys of the table are sub-statuses; Object.keys widens them to string.
    subStatuses: new Set(Object.keys(codes) as SubStatus[]),
    ...(collectsIn && { collectsIn }),
    ...(deliversIn && { deliversIn }),
    newTrackingNumber: (random) => numbers.replaceAll('#', () => String(Math.floor(random() * 10))),
    serve(app, world) {
      const { poll } = definition;
      if (!poll) return;
      app.get<{ Params: { number: string } }>(poll.path, ({ headers, params }, reply) => {
        if (world.outage()) return reply.code(503).send({ error: 'UNAVAILABLE' });
        if (headers.authorization !== poll.authorization(world.credentials))
          return reply.code(401).send({ error: 'UNAUTHORIZED' });
        if (!world.admit()) return reply.code(429).send({ error: 'TOO_MANY_REQUESTS' });
        const parcel = world.parcel(params.number);
        if (parcel === null) return reply.code(poll.unknown.status).send(poll.unknown.body);
        return reply.send(message(parcel, scansOf(definition, world.reportedEvents(params.number))));
      });
    },
    ...(push && {
      headersFor,
      push: (parcel, events, credentials) => {
        const body = JSON.stringify(message(parcel, scansOf(definition, events)));
        return [{ headers: headersFor(body, credentials), body }];
      },
    }),
  };
}

function scansOf({ codes }: SimpleDialect, events: readonly JourneyEvent[]): SimpleScan[] {
  return events.map((event) => {
    const { subStatus, place, sequence, signedBy = null, garbledCode } = event;
    const [code, text] = codes[subStatus] ?? [subStatus, subStatus];
    return { code: garbledCode ?? code, text, time: timeOf(event), place, sequence, signedBy };
  });
}

/** A clock error shifts the wall clock and keeps the offset. */
function timeOf({ occurredAt, zone, clockErrorMinutes = 0 }: JourneyEvent): string {
  const wallMs = wallMsOf(occurredAt, zone);
  const offset = formatOffset(Math.round((wallMs - occurredAt) / minuteMs));
  return `${new Date(wallMs + clockErrorMinutes * minuteMs).toISOString().slice(0, 19)}${offset}`;
}

function signatureOf(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
