import { routes } from '@milepost/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { FailureLimit } from '../../../platform/http/failure-limit.ts';
import { Refusal } from '../../../platform/http/refusal.ts';
import type { Hook, HookAccounts } from '../hook-accounts.ts';
import { keptHeaders } from '../kept-headers.ts';
import type { IncomingMessage, Receipt } from '../receive.ts';

/**
 * Receives pushes of carriers. This is the busiest route: per message there is no query, no log line and no
 * schema, only the carrier's signature check over the raw bytes and the receiver, which keeps the message
 * before it is acknowledged.
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
  const { workspaceId, accountId, carrier, webhook, account, secrets } = await knownHook(deps, request);
  if (webhook === null) throw doesNotPush(carrier);
  const { body, headers } = request;
  if (!Buffer.isBuffer(body) || body.length === 0) throw new Refusal('empty_body', 'The body is empty.');
  const verdict = verify(deps, webhook, { headers: textHeaders(headers), body }, account);
  if (!verdict.ok) throw new Refusal('signature_refused', verdict.reason);
  const receipt = await deps.receiver.receive({
    workspaceId,
    accountId,
    carrier,
    kind: 'webhook',
    contentType: headers['content-type'] ?? null,
    headers: keptHeaders(headers, secrets),
    askedFor: null,
    body,
  });
  reply.code(202).header('content-type', 'application/json; charset=utf-8');
  return reply.send(`{"id":"${receipt.id}","repeated":${!receipt.isNew}}`);
}

type Verify = NonNullable<Hook['webhook']>['verify'];

/** A connector must not throw. If one does, the message counts as not verified; the sender gets no 5xx. */
function verify(
  deps: HookRoutesDependencies,
  webhook: { verify: Verify },
  ...[push, account]: Parameters<Verify>
) {
  try {
    return webhook.verify(push, account);
  } catch (error) {
    deps.logger.error({ err: error }, 'A connector failed while it verified a push.');
    return { ok: false, reason: 'The proof could not be checked.' } as const;
  }
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
