import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CarrierWorld, Credentials, Dialect } from '../dialect.ts';
import { alertOf, answerOf, notFoundAnswer } from './ups/answer-shape.ts';
import { scanCodes } from './ups/scan-codes.ts';

/**
 * UPS's Tracking API v1 behind its token service (one number a call, newest scan first, an unknown number as
 * a warning inside HTTP 200), and Track Alert, which pushes one scan a call.
 */
export const dialect: Dialect = {
  carrier: 'ups',
  subStatuses: new Set(scanCodes.keys()),
  newTrackingNumber(random) {
    const letters = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
    const shipper = Array.from({ length: 6 }, () => letters[Math.floor(random() * letters.length)]).join('');
    const parcel = Array.from({ length: 7 }, () => Math.floor(random() * 10)).join('');
    return withCheckDigit(`${shipper}03${parcel}`);
  },
  serve(app, carrier) {
    serveTokens(app, carrier);
    serveTracking(app, carrier);
  },
  push(parcel, journeyEvents, credentials) {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'UPSPubSubTrackingService',
      ...proofOf(credentials),
    };
    return journeyEvents.map((journeyEvent) => ({
      headers,
      body: JSON.stringify(alertOf(parcel, journeyEvent)),
    }));
  },
};

/**
 * Version 2 of Track Alert sends the token that it fetched from the receiver (`accessToken`). Version 1 sends
 * the credential of the subscription.
 */
function proofOf({ accessToken, webhookClientId, webhookSecret = '' }: Credentials): Record<string, string> {
  if (accessToken === undefined) return { credential: webhookSecret };
  const authorization = `Bearer ${accessToken}`;
  return webhookClientId === undefined ? { authorization } : { authorization, 'x-api-key': webhookClientId };
}

/** Letters count from A = 2, modulo ten; the weights alternate between 1 and 2. */
function withCheckDigit(characters: string): string {
  const sum = [...characters].reduce((total, character, index) => {
    const digit = /\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 63) % 10;
    return total + digit * (index % 2 === 0 ? 1 : 2);
  }, 0);
  return `1Z${characters}${(10 - (sum % 10)) % 10}`;
}

// ── tokens ──

const tokenLifeSeconds = 14_399;
const formType = 'application/x-www-form-urlencoded';

function serveTokens(app: FastifyInstance, carrier: CarrierWorld): void {
  if (!app.hasContentTypeParser(formType)) {
    app.addContentTypeParser(formType, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  }
  app.post('/security/v1/oauth/token', (request, reply) => {
    if (carrier.outage()) return unavailable(reply);
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    const { clientId, clientSecret } = carrier.credentials;
    const expected = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    if (request.headers.authorization !== expected) {
      return fail(reply, 401, '250002', 'Invalid Authentication Information.');
    }
    if (form.get('grant_type') !== 'client_credentials') {
      return fail(reply, 400, '10400', 'Invalid grant type.');
    }
    // UPS sends its numbers as strings.
    return {
      token_type: 'Bearer',
      issued_at: String(carrier.now()),
      client_id: clientId,
      access_token: `ups.${carrier.now() + tokenLifeSeconds * 1000}`,
      expires_in: String(tokenLifeSeconds),
      status: 'approved',
    };
  });
}

// ── tracking ──

function serveTracking(app: FastifyInstance, carrier: CarrierWorld): void {
  app.get<{ Params: { number: string } }>('/api/track/v1/details/:number', (request, reply) => {
    if (isRefused(request, reply, carrier)) return reply;
    const { number } = request.params;
    if (!/^[A-Z0-9]{7,34}$/i.test(number)) return fail(reply, 400, 'TV1002', 'Invalid inquiry number');
    const parcel = carrier.parcel(number);
    return parcel === null ? notFoundAnswer(number) : answerOf(parcel, carrier.reportedEvents(number));
  });
  app.all('/api/*', (_request, reply) => fail(reply, 404, '404', 'The requested resource was not found.'));
}

/** Sends an error and returns true when the request is refused. */
function isRefused(request: FastifyRequest, reply: FastifyReply, carrier: CarrierWorld): boolean {
  const { authorization, transid, transactionsrc } = request.headers;
  const [, expiresAt] = /^Bearer ups\.(\d+)$/.exec(authorization ?? '') ?? [];
  if (carrier.outage()) unavailable(reply);
  else if (expiresAt === undefined) fail(reply, 401, '250002', 'Invalid Authentication Information.');
  else if (Number(expiresAt) <= carrier.now()) fail(reply, 401, '251004', 'Bearer Token expired.');
  // The Tracking API requires both headers but documents no error code for them. These codes are Track
  // Alert's.
  else if (transid === undefined) fail(reply, 400, 'VSS002', 'Missing transId');
  else if (transactionsrc === undefined) fail(reply, 400, 'VSS004', 'Missing transactionSrc');
  else if (!carrier.admit()) fail(reply, 429, '10429', 'Too Many Requests');
  else return false;
  return true;
}

function unavailable(reply: FastifyReply): FastifyReply {
  return fail(reply, 503, '10004', 'Something went wrong while processing your request.');
}

function fail(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ response: { errors: [{ code, message }] } });
}
