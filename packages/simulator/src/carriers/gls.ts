import { type SubStatus, wallClockOf } from '@milepost/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CarrierWorld, Dialect, JourneyEvent } from '../dialect.ts';

interface GlsScan {
  code: string;
  status: string | null;
  text: string;
}

/** A note has no status of its own: the parcel keeps its last status. */
const scans: ReadonlyMap<SubStatus, GlsScan> = new Map([
  ['info_received.data_received', scanOf('INTIAL.PREADVICE', 'PREADVICE', 'Parcel data received.')],
  ['info_received.awaiting_parcel', scanOf('INTIAL.E48_DATA', 'PREADVICE', 'Parcel ready at the sender.')],
  ['in_transit.accepted', scanOf('INTIAL.NORMAL', 'INTRANSIT', 'Parcel handed to GLS.')],
  ['in_transit.arrived_facility', scanOf('INBOUD.NORMAL', 'INTRANSIT', 'Parcel reached a parcel centre.')],
  [
    'in_transit.arrived_delivery_depot',
    scanOf('INBOUD.NORMAL', 'INWAREHOUSE', 'Parcel reached a parcel centre.'),
  ],
  ['in_transit.departed_facility', scanOf('OUTBOD.NORMAL', 'INTRANSIT', 'Parcel left a parcel centre.')],
  ['in_transit.delivery_changed', scanOf('CHANGD.MONEWADDR', null, 'Delivery to another address agreed.')],
  ['out_for_delivery.with_driver', scanOf('OUTDEL.NORMAL', 'INDELIVERY', 'Parcel is with the driver.')],
  // Documented by third parties only; the specification has no code for a failed attempt.
  ['attempt_failed.not_home', scanOf('NOTDEL.ABSENT', 'NOTDELIVERED', 'Recipient was not at home.')],
  ['available_for_pickup.ready', scanOf('DELIVD.PARCELSHOP', 'DELIVEREDPS', 'Parcel is at a ParcelShop.')],
  ['delivered.handed_over', scanOf('DELIVD.NORMAL', 'DELIVERED', 'Parcel delivered.')],
  ['delivered.collected', scanOf('DELIVD.DEL_BY_PSAPP', 'DELIVERED', 'Parcel handed out by the ParcelShop.')],
  ['cancelled.by_sender', scanOf('CANCEL.NORMAL', 'CANCELED', 'Parcel data deleted.')],
]);

function scanOf(code: string, status: string | null, text: string): GlsScan {
  return { code, status, text };
}

/**
 * The Track & Trace API of GLS (specification 1.0.7) behind its token service: up to ten numbers a request,
 * newest event first, an error in place of an unknown parcel, and every clock with the offset of GLS's own
 * system. GLS does not push.
 */
export const dialect: Dialect = {
  carrier: 'gls',
  subStatuses: new Set(scans.keys()),
  collectsIn: ['DE', 'NL'],
  deliversIn: ['DE', 'NL', 'BE', 'FR'],
  newTrackingNumber(random) {
    const digits = Array.from({ length: 11 }, (_, index) =>
      Math.floor(index === 0 ? 1 + random() * 9 : random() * 10),
    );
    return withCheckDigit(digits.join(''));
  },
  serve(app, carrier) {
    serveTokens(app, carrier);
    serveTracking(app, carrier);
  },
};

// ── tokens ──

const tokenLifeSeconds = 14_400;
const formType = 'application/x-www-form-urlencoded';

function serveTokens(app: FastifyInstance, carrier: CarrierWorld): void {
  if (!app.hasContentTypeParser(formType)) {
    app.addContentTypeParser(formType, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  }
  app.post('/oauth2/v2/token', (request, reply) => {
    if (carrier.outage()) return answerOutage(reply);
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    if (form.get('grant_type') !== 'client_credentials' || !knowsClient(request, form, carrier)) {
      return reply.code(400).send({ errors: [{ message: 'Invalid client identifier', type: '400' }] });
    }
    const expiresAt = Math.floor(carrier.now() / 1000) + tokenLifeSeconds;
    return { token_type: 'Bearer', access_token: `gls.${expiresAt}`, expires_in: tokenLifeSeconds };
  });
}

function knowsClient(request: FastifyRequest, form: URLSearchParams, carrier: CarrierWorld): boolean {
  const { clientId, clientSecret } = carrier.credentials;
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  if (request.headers.authorization !== undefined) return request.headers.authorization === basic;
  return form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
}

// ── tracking ──

const batchMax = 10;

function serveTracking(app: FastifyInstance, carrier: CarrierWorld): void {
  for (const kind of ['trackids', 'references']) {
    // A wildcard, because ten numbers exceed the length limit of a named parameter.
    app.get<{ Params: { '*': string } }>(
      `/track-and-trace-v1/tracking/simple/${kind}/*`,
      (request, reply) => {
        if (isRefused(request, reply, carrier)) return reply;
        const numbers = request.params['*'].split(',');
        if (numbers.length > batchMax) return answerTooMany(reply, request, numbers.length);
        return { parcels: numbers.map((number) => parcelOf(number.trim(), carrier)) };
      },
    );
  }
  app.get('/track-and-trace-v1/tracking/events/codes', (request, reply) => {
    if (isRefused(request, reply, carrier)) return reply;
    return {
      eventsCodes: [...scans.values()].map(({ code, text }) => ({ code, description: text })),
    };
  });
  app.get('/track-and-trace-v1/*', (request, reply) => {
    const detail = 'No static resource.';
    return reply
      .code(404)
      .send({ type: 'about:blank', title: 'Not Found', status: 404, detail, instance: request.url });
  });
}

/**
 * Sends an error and returns true when the request is refused. The gateway's errors have another shape than
 * the service's.
 */
function isRefused(request: FastifyRequest, reply: FastifyReply, carrier: CarrierWorld): boolean {
  const [, expiresAt] = /^Bearer gls\.(\d+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (carrier.outage()) answerOutage(reply);
  else if (expiresAt === undefined) answerFault(reply, 401, ['Invalid token', 'oauth.v2.InvalidAccessToken']);
  else if (Number(expiresAt) * 1000 <= carrier.now()) {
    answerFault(reply, 401, ['The Token has expired: policy(Verify-JWT)', 'steps.jwt.TokenExpired']);
  } else if (!carrier.admit()) {
    answerFault(reply, 429, [
      'Rate limit quota violation. Quota limit exceeded.',
      'policies.ratelimit.QuotaViolation',
    ]);
  } else return false;
  return true;
}

function answerOutage(reply: FastifyReply): FastifyReply {
  return answerFault(reply, 503, [
    'The Service is temporarily unavailable',
    'messaging.adaptors.http.flow.ServiceUnavailable',
  ]);
}

function answerFault(
  reply: FastifyReply,
  status: number,
  [faultstring, errorcode]: [string, string],
): FastifyReply {
  return reply.code(status).send({ fault: { faultstring, detail: { errorcode } } });
}

function answerTooMany(reply: FastifyReply, request: FastifyRequest, count: number): FastifyReply {
  const detail = `Provided references of size '${count}' is more than allowed limit of ${batchMax}`;
  return reply
    .code(400)
    .send({ type: 'about:blank', title: 'Bad Request', status: 400, detail, instance: request.url });
}

function parcelOf(requested: string, carrier: CarrierWorld): object {
  const number = /^\d{11}$/.test(requested) ? withCheckDigit(requested) : requested;
  if (carrier.parcel(number) === null)
    return { requested, errorCode: 'E_404_01', errorMessage: 'Resource Not Found' };
  // GLS answers with the eleven-digit number, even when asked for the twelve-digit one.
  const parcel = { requested, unitno: number.slice(0, 11) };
  const reported = carrier.reportedEvents(number).toReversed();
  return { ...parcel, ...statusOf(reported), events: reported.map(eventOf) };
}

function statusOf(reported: readonly JourneyEvent[]): { status: string; statusDateTime: string } | null {
  const byTime = reported.toSorted((left, right) => right.occurredAt - left.occurredAt);
  for (const journeyEvent of byTime) {
    const status = journeyEvent.garbledCode === undefined ? scans.get(journeyEvent.subStatus)?.status : null;
    if (status) return { status, statusDateTime: systemTime(journeyEvent) };
  }
  return null;
}

function eventOf(journeyEvent: JourneyEvent): object {
  const scan = scans.get(journeyEvent.subStatus);
  const { name, postcode, country } = journeyEvent.place;
  // Only depot scans contain the town.
  const inDepot = /^(?:INBOUD|OUTBOD)/.test(scan?.code ?? '');
  return {
    code: journeyEvent.garbledCode ?? scan?.code ?? '',
    city: inDepot ? name : '',
    postalCode: inDepot ? postcode : '',
    country,
    description: scan?.text ?? '',
    eventDateTime: systemTime(journeyEvent),
  };
}

/**
 * The clock of GLS's own system, independent of the parcel's place: `2026-06-17T11:42:00+0200`. A clock error
 * shifts the wall clock and keeps the offset.
 */
function systemTime({ occurredAt, clockErrorMinutes = 0 }: JourneyEvent): string {
  const wall = wallClockOf(occurredAt, 'Europe/Berlin');
  const offsetHours = Math.round((Date.parse(`${wall}Z`) - occurredAt) / 3_600_000);
  const sent = new Date(Date.parse(`${wall}Z`) + clockErrorMinutes * 60_000).toISOString().slice(0, 19);
  return `${sent}+0${offsetHours}00`;
}

/** Weights 3 and 1 from the left, plus one; the sum with the check digit ends in zero. */
function withCheckDigit(elevenDigits: string): string {
  const sum = [...elevenDigits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1),
    1,
  );
  return `${elevenDigits}${(10 - (sum % 10)) % 10}`;
}
