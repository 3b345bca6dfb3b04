import { z } from 'zod';
import {
  type AccountSettings,
  answerOrFailure,
  CarrierUnavailable,
  CredentialsRefused,
  type HttpAnswer,
  type Poll,
  type PollAnswer,
  type PollSession,
  readJson,
  withFreshToken,
} from '../../_kit/index.ts';
import { isReference } from './parcel-number.ts';

/**
 * Track & Trace 1.0.7: up to ten numbers a request, comma separated in the path. Parcel numbers and references (track ids, card ids) have an
 * address each, so a mixed batch makes two requests. An unknown number is an element with `errorCode` in an answer of 200.
 */
export const poll: Poll = {
  async fetch(numbers, session) {
    const parcels = numbers.filter((number) => !isReference(number));
    const references = numbers.filter(isReference);
    const answers: PollAnswer[] = [];
    if (parcels.length > 0) answers.push(await ask('trackids', parcels, session));
    if (references.length > 0) answers.push(await ask('references', references, session));
    return answers;
  },
};

async function ask(
  kind: 'trackids' | 'references',
  numbers: readonly string[],
  session: PollSession,
): Promise<PollAnswer> {
  const path = numbers.map(encodeURIComponent).join(',');
  const url = `${baseOf(session.settings)}/track-and-trace-v1/tracking/simple/${kind}/${path}`;
  const answer = await withFreshToken(
    { get: () => session.token.get(() => createToken(session)), forget: () => session.token.forget() },
    (token) =>
      session.http({
        method: 'GET',
        url,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          'accept-language': session.settings.language ?? 'EN',
        },
      }),
  );
  const { body, headers } = answerOrFailure(answer, session.now());
  return { body, contentType: headers['content-type'] ?? null, numbers };
}

async function createToken(session: PollSession): Promise<{ value: string; expiresInSeconds: number }> {
  const { clientId = '', clientSecret = '' } = session.settings;
  const answer = await session.http({
    method: 'POST',
    url: `${baseOf(session.settings)}/oauth2/v2/token`,
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: 'grant_type=client_credentials',
  });
  // The token service answers a wrong client with 400 as well as with 401.
  if (answer.status === 400) throw new CredentialsRefused('GLS refused the client id or secret (400).');
  return readToken(answerOrFailure(answer, session.now()));
}

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

function readToken(answer: HttpAnswer): { value: string; expiresInSeconds: number } {
  const read = readJson(answer.body);
  const token = read.ok ? tokenSchema.safeParse(read.value) : null;
  if (!token?.success) throw new CarrierUnavailable('GLS answered the token request without a token.');
  return { value: token.data.access_token, expiresInSeconds: token.data.expires_in };
}

function baseOf(settings: AccountSettings): string {
  return (settings.baseUrl ?? 'https://api.gls-group.net').replace(/\/+$/, '');
}
