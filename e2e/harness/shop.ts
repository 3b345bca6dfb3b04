import { createHmac, randomBytes } from 'node:crypto';
import type { ServerProcess } from './server-process.ts';

/**
 * A customer of the running product: an account of the generic carrier, its hook, and the API. It uses only
 * HTTP.
 */
export interface Shop {
  api(
    path: string,
    init?: { method?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
  /** Sends one event of a number through the hook, signed. Resolves with the status. */
  push(push: PushedEvent): Promise<number>;
  hookUrl: string;
  secret: string;
  account: Account;
}

/** The account's data, independent of the server's address. */
export interface Account {
  hookPath: string;
  secret: string;
}

export interface PushedEvent {
  number: string;
  status: string;
  /** ISO 8601. */
  time: string;
  place?: { name: string; country: string };
  /** Makes the content differ from any other push of the same event. */
  note?: string;
}

/** Creates the account of a shop. */
export async function openShop(server: ServerProcess): Promise<Shop> {
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  const made = await apiOf(server)('/v1/carrier-accounts', {
    method: 'POST',
    body: { carrier: 'generic', name: 'Shop', settings: { webhookSecret: secret } },
  });
  return shopOf(server, { hookPath: new URL(hookUrlOf(await made.json())).pathname, secret });
}

/** The shop of an existing account. */
export function shopOf(server: ServerProcess, account: Account): Shop {
  const { hookPath, secret } = account;
  const hookUrl = server.url + hookPath;
  return { api: apiOf(server), secret, hookUrl, account, push: (event) => push(hookUrl, secret, event) };
}

function apiOf(server: ServerProcess): Shop['api'] {
  return (path, init = {}) =>
    fetch(`${server.url}${path}`, {
      method: init.method ?? 'GET',
      headers: {
        authorization: `Bearer ${server.key()}`,
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...init.headers,
      },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      signal: AbortSignal.timeout(20_000),
    });
}

function hookUrlOf(account: unknown): string {
  if (typeof account === 'object' && account !== null && 'hookUrl' in account) return String(account.hookUrl);
  throw new Error(`The account could not be created: ${JSON.stringify(account)}`);
}

async function push(hookUrl: string, secret: string, event: PushedEvent): Promise<number> {
  const { number, status, time, place, note } = event;
  const body = JSON.stringify({
    trackingNumber: number,
    events: [{ status, time, code: status, ...(place ? { place } : {}), ...(note ? { text: note } : {}) }],
  });
  const answer = await fetch(hookUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signatureOf(secret, body) },
    body,
    signal: AbortSignal.timeout(10_000),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Standard Webhooks, written from its specification and independently of the product's code. */
function signatureOf(secret: string, body: string, at = new Date()): Record<string, string> {
  const id = `msg_${randomBytes(12).toString('hex')}`;
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
