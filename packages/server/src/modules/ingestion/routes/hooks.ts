import type { HookAnswer, Push, Verdict, Webhook } from '@milepost/connectors';
import { routes } from '@milepost/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { FailureLimit } from '../../../platform/http/failure-limit.ts';
import { Refusal } from '../../../platform/http/refusal.ts';
import type { Hook, HookAccounts } from '../hook-accounts.ts';
import { acknowledgementOf, addressCheckOf, defaultAcknowledgement, setUpAnswerOf } from '../hook-answers.ts';
import { keptHeaders } from '../kept-headers.ts';
import type { IncomingMessage, Receipt } from '../receive.ts';

/**
 * Inbound hooks, the busiest route of the API. A message costs no query, no log line and no schema check: its
 * sender proves itself over the raw bytes, and the receiver keeps the message before it is acknowledged.
 * Proof, acknowledgement and checks of the address are declared by the connector.
 */
export interface HookRoutesDependencies {
  receiver: { receive(message: IncomingMessage): Promise<Receipt> };
  logger: Logger;
  hooks: HookAccounts;
  failures: FailureLimit;
}

const typeForm = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(?:;.*)?$/;

/**
 * Fastify refuses an invalid media type before any parser sees it. The original value is kept under another
 * name.
 */
function setAsideBrokenType(headers: FastifyRequest['headers']): void {
  const type = headers['content-type'];
  if (type === undefined || typeForm.test(type)) return;
  headers['x-content-type-as-sent'] = type;
  headers['content-type'] = 'application/octet-stream';
}

type HookRequest = FastifyRequest<{ Params: { hookToken: string } }>;

export async function serveHooks(app: FastifyInstance, deps: HookRoutesDependencies): Promise<void> {
  // Whatever the content type, we need the bytes: the signature covers them, and they are what is kept.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', (request, _reply, done) => {
    setAsideBrokenType(request.headers);
    done();
  });

  app.post('/hooks/:hookToken', { bodyLimit: routes.receiveHook.bodyLimit }, (request: HookRequest, reply) =>
    receive(deps, request, reply),
  );
  app.get('/hooks/:hookToken', (request: HookRequest, reply) => receiveGet(deps, request, reply));
  app.post(
    '/hooks/:hookToken/oauth/token',
    { bodyLimit: routes.issueHookToken.bodyLimit },
    (request: HookRequest, reply) => issueToken(deps, request, reply),
  );
}

async function receive(
  deps: HookRoutesDependencies,
  request: HookRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const hook = await knownHook(deps, request);
  const { carrier, webhook } = hook;
  if (webhook === null) throw doesNotPush(carrier);
  const push = pushOf(request);
  const setUpAnswer = guarded(deps, null, () => setUpAnswerOf(webhook, push));
  if (setUpAnswer !== null) return send(reply, setUpAnswer);
  return keep(deps, { ...hook, webhook }, { request, reply, push });
}

/** A GET is a push whose message is the query string, or a check of the address. */
async function receiveGet(
  deps: HookRoutesDependencies,
  request: HookRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const hook = await knownHook(deps, request);
  const { carrier, webhook, account } = hook;
  if (webhook === null) throw doesNotPush(carrier);
  const push = pushOf(request);
  if (webhook.messageIn === 'query' && push.query !== undefined)
    return keep(deps, { ...hook, webhook }, { request, reply, push });
  const check = guarded(deps, null, () => addressCheckOf(webhook, push, account));
  if (check === null) throw doesNotPush(carrier);
  return send(reply, check);
}

interface Arrival {
  request: HookRequest;
  reply: FastifyReply;
  push: Push;
}

async function keep(
  deps: HookRoutesDependencies,
  hook: Hook & { webhook: Webhook },
  { request, reply, push }: Arrival,
): Promise<FastifyReply> {
  const { workspaceId, accountId, carrier, webhook, account, secrets } = hook;
  const isQuery = webhook.messageIn === 'query';
  const body = isQuery ? Buffer.from(push.query ?? '') : push.body;
  if (body.length === 0) throw new Refusal('empty_body', 'The body is empty.');
  const verdict = guarded(deps, notChecked, () => webhook.verify(push, account));
  if (!verdict.ok) throw new Refusal('signature_refused', verdict.reason);
  const receipt = await deps.receiver.receive({
    workspaceId,
    accountId,
    carrier,
    kind: 'webhook',
    contentType: isQuery ? 'application/x-www-form-urlencoded' : (request.headers['content-type'] ?? null),
    headers: keptHeaders(request.headers, secrets),
    askedFor: null,
    body,
  });
  const kept = { id: receipt.id, repeated: !receipt.isNew };
  return send(
    reply,
    guarded(deps, defaultAcknowledgement(kept), () => acknowledgementOf(webhook, push, kept)),
  );
}

function pushOf({ headers, body, raw }: HookRequest): Push {
  const { url = '' } = raw;
  const queryAt = url.indexOf('?') + 1;
  return {
    headers: textHeaders(headers),
    body: Buffer.isBuffer(body) ? body : emptyBody,
    ...(queryAt > 0 && queryAt < url.length && { query: url.slice(queryAt) }),
  };
}

const emptyBody = Buffer.alloc(0);
const notChecked: Verdict = { ok: false, reason: 'The proof could not be checked.' };

/**
 * A connector must not throw. If it does, the sender must not get a 5xx for it, because it would repeat the
 * message for days.
 */
function guarded<T>({ logger }: HookRoutesDependencies, fallback: T, call: () => T): T {
  try {
    return call();
  } catch (error) {
    logger.error({ err: error }, 'A connector failed while it handled a push.');
    return fallback;
  }
}

function send(reply: FastifyReply, { status = 200, contentType, body }: HookAnswer): FastifyReply {
  return reply.code(status).header('content-type', contentType).send(body);
}

async function issueToken(
  deps: HookRoutesDependencies,
  request: HookRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { carrier, webhook, account } = await knownHook(deps, request);
  if (!webhook?.issueToken) throw doesNotPush(carrier);
  reply.header('cache-control', 'no-store').header('content-type', 'application/json; charset=utf-8');
  const form = Object.fromEntries(new URLSearchParams(String(request.body ?? '')));
  if (form.grant_type !== 'client_credentials') {
    return reply
      .code(400)
      .send(tokenError('unsupported_grant_type', 'grant_type must be client_credentials.'));
  }
  const answer = webhook.issueToken({ headers: textHeaders(request.headers), form }, account);
  if (!answer.ok) {
    await deps.failures.count(request);
    return reply
      .code(401)
      .header('www-authenticate', 'Basic')
      .send(tokenError('invalid_client', answer.reason));
  }
  const { accessToken, expiresInSeconds } = answer;
  return reply.send(
    JSON.stringify({ access_token: accessToken, token_type: 'Bearer', expires_in: expiresInSeconds }),
  );
}

/** The form of RFC 6749, section 5.2, because the carrier's OAuth client reads it. */
function tokenError(error: string, description: string): string {
  return JSON.stringify({ error, error_description: description });
}

/** Throws the same refusal for every unknown address. */
async function knownHook({ hooks, failures }: HookRoutesDependencies, request: HookRequest): Promise<Hook> {
  const found = hooks.find(request.params.hookToken);
  const hook = found instanceof Promise ? await found : found;
  if (hook !== null) return hook;
  await failures.count(request);
  throw new Refusal('unknown_hook', 'No carrier account has this hook address.');
}

function doesNotPush(carrier: string): Refusal {
  return new Refusal('carrier_does_not_push', `${carrier} has no hook of this kind.`);
}

/** Only `set-cookie` is a list, and no carrier authenticates with it. */
function textHeaders(headers: FastifyRequest['headers']): Record<string, string | undefined> {
  // Node joins other headers that occur twice into one string.
  return headers as Record<string, string | undefined>;
}
