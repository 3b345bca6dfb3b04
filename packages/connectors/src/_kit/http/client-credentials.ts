import { z } from 'zod';
import { readJson } from '../payload/read-json.ts';
import type { PollSession, Token } from '../poll/poll.ts';
import type { AccountSettings } from '../settings.ts';
import { acceptedAnswer } from './accepted-answer.ts';
import type { HttpAnswer } from './http.ts';
import { CarrierUnavailable, CredentialsRefused } from './poll-failures.ts';

/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4). Id and secret are the settings `clientId` and
 * `clientSecret`.
 */
export interface ClientCredentials {
  tokenUrl(settings: AccountSettings): string;
  /** Where the token endpoint expects id and secret: a Basic header or the form. */
  clientIn: 'basic' | 'form';
  headers?(settings: AccountSettings): Readonly<Record<string, string>>;
  /** Statuses beside 401 and 403 by which the endpoint refuses the client. */
  refusedBy?: readonly number[];
}

/** Makes a call with the token it is given. */
export type CallWithToken = (
  session: PollSession,
  call: (token: string) => Promise<HttpAnswer>,
) => Promise<HttpAnswer>;

/**
 * A token can expire or be revoked early, so a call that is refused with 401 is repeated once with a fresh
 * token.
 */
export function clientCredentials(grant: ClientCredentials): CallWithToken {
  return async (session, call) => {
    const token = (): Promise<string> => session.token.get(() => fetchToken(grant, session));
    const first = await call(await token());
    if (first.status !== 401) return first;
    session.token.forget();
    return call(await token());
  };
}

async function fetchToken(grant: ClientCredentials, session: PollSession): Promise<Token> {
  const { settings, http, now } = session;
  const { clientId = '', clientSecret = '' } = settings;
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (grant.clientIn === 'form') {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
  }
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const answer = await http({
    method: 'POST',
    url: grant.tokenUrl(settings),
    headers: {
      ...(grant.clientIn === 'basic' && { authorization: basic }),
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      ...grant.headers?.(settings),
    },
    body: form.toString(),
  });
  if (grant.refusedBy?.includes(answer.status))
    throw new CredentialsRefused(`The token endpoint refused the client id or secret (${answer.status}).`);
  return readToken(acceptedAnswer(answer, now()));
}

/** Some endpoints send `expires_in` as text. */
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

function readToken({ body }: HttpAnswer): Token {
  const read = readJson(body);
  const token = read.ok ? tokenSchema.safeParse(read.value).data : undefined;
  if (token === undefined)
    throw new CarrierUnavailable('The answer of the token endpoint contains no token.');
  return { value: token.access_token, expiresInSeconds: token.expires_in };
}
