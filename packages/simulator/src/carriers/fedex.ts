import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CarrierWorld, Credentials, Dialect } from '../dialect.ts';
import { answerFor, envelope, resultOf, transaction } from './fedex/answer-shape.ts';
import { scanCodes } from './fedex/scan-codes.ts';

/**
 * FedEx's Track API v1 behind its token service: up to thirty numbers a call, newest scan first, each clock
 * with the offset of its place, an unknown number as an error inside HTTP 200. Its Advanced Integrated
 * Visibility pushes the same shape, signed.
 */
export const dialect: Dialect = {
  carrier: 'fedex',
  subStatuses: new Set(scanCodes.keys()),
  // “DL” ends a return and a delivery alike. Only an earlier return event distinguishes them.
  understoodAs: new Map([['returned.to_sender', 'delivered.handed_over']]),
  headersFor: signed,
  newTrackingNumber(random) {
    const digits = Array.from({ length: 10 }, () => Math.floor(random() * 10));
    return withCheckDigit(`7${digits.join('')}`);
  },
  serve(app, carrier) {
    serveTokens(app, carrier);
    serveTracking(app, carrier);
  },
  push(parcel, journeyEvents, credentials) {
    const body = JSON.stringify(
      envelope([answerFor(parcel.trackingNumber, [resultOf(parcel, journeyEvents)])]),
    );
    return [{ headers: signed(body, credentials), body }];
  },
};

function signed(body: string, credentials: Credentials): Record<string, string> {
  const signature = createHmac('sha256', credentials.webhookSecret ?? '')
    .update(body)
    .digest('base64');
  return { 'content-type': 'application/json', 'fdx-signature': signature };
}

/** Weights 3, 1, 7 over eleven digits, modulo 11; a ten is written as 0. */
function withCheckDigit(digits: string): string {
  const weights = [3, 1, 7];
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (weights[index % 3] ?? 0),
    0,
  );
  return `${digits}${(sum % 11) % 10}`;
}

// ── tokens ──

const tokenLifeSeconds = 3_599;
const formType = 'application/x-www-form-urlencoded';

function serveTokens(app: FastifyInstance, carrier: CarrierWorld): void {
  if (!app.hasContentTypeParser(formType)) {
    app.addContentTypeParser(formType, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  }
  app.post('/oauth/token', (request, reply) => {
    if (carrier.outage()) return fail(reply, 503, 'SERVICE.UNAVAILABLE.ERROR', 'The service is unavailable.');
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    const { clientId, clientSecret } = carrier.credentials;
    const known = form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
    if (form.get('grant_type') !== 'client_credentials' || !known) {
      return fail(reply, 401, 'NOT.AUTHORIZED.ERROR', 'The client credentials are not valid.');
    }
    const expiresAt = carrier.now() + tokenLifeSeconds * 1000;
    const access_token = `fedex.${expiresAt}`;
    return { access_token, token_type: 'bearer', expires_in: tokenLifeSeconds, scope: 'CXS-TP' };
  });
}

// ── tracking ──

const batchMax = 30;

function serveTracking(app: FastifyInstance, carrier: CarrierWorld): void {
  app.post('/track/v1/trackingnumbers', (request, reply) => {
    if (isRefused(request, reply, carrier)) return reply;
    const numbers = numbersAsked(request.body);
    if (numbers.length === 0 || numbers.includes('')) {
      return fail(reply, 400, 'TRACKING.TRACKINGNUMBER.EMPTY', 'A tracking number is missing.');
    }
    if (numbers.length > batchMax) {
      return fail(reply, 400, 'TRACKING.TRACKINGNUMBER.EXCEEDED', `At most ${batchMax} numbers are allowed.`);
    }
    return envelope(numbers.map((number) => answerFor(number, [resultFor(number, carrier)])));
  });
  app.all('/track/v1/*', (_request, reply) =>
    fail(reply, 404, 'NOT.FOUND.ERROR', 'The resource is not available.'),
  );
}

/** Sends an error and returns true when the request is refused. */
function isRefused(request: FastifyRequest, reply: FastifyReply, carrier: CarrierWorld): boolean {
  const [, expiresAt] = /^Bearer fedex\.(\d+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (carrier.outage()) fail(reply, 503, 'SERVICE.UNAVAILABLE.ERROR', 'The service is unavailable.');
  else if (expiresAt === undefined || Number(expiresAt) <= carrier.now()) {
    fail(reply, 401, 'NOT.AUTHORIZED.ERROR', 'Access token expired.');
  } else if (!carrier.admit()) fail(reply, 429, 'TOO.MANY.REQUESTS', 'Too many requests in a short time.');
  else return false;
  return true;
}

function fail(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ transactionId: transaction, errors: [{ code, message }] });
}

/** Reads `trackingInfo[].trackingNumberInfo.trackingNumber`. Any other shape gives an empty number. */
function numbersAsked(body: unknown): string[] {
  const asked = memberOf(body, 'trackingInfo');
  if (!Array.isArray(asked)) return [];
  return asked.map((item) => {
    const number = memberOf(memberOf(item, 'trackingNumberInfo'), 'trackingNumber');
    return typeof number === 'string' ? number.trim() : '';
  });
}

function memberOf(value: unknown, name: string): unknown {
  // Reading a property of an unknown object is safe, and the result is unknown again.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function resultFor(number: string, carrier: CarrierWorld): unknown {
  const parcel = carrier.parcel(number);
  if (parcel !== null) return resultOf(parcel, carrier.reportedEvents(number));
  const error = { code: 'TRACKING.TRACKINGNUMBER.NOTFOUND', message: 'The number cannot be found.' };
  return {
    trackingNumberInfo: { trackingNumber: number, trackingNumberUniqueId: '', carrierCode: '' },
    error,
  };
}
