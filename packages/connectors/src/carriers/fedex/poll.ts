import {
  answerOrFailure,
  CarrierUnavailable,
  type HttpAnswer,
  type Poll,
  type PollAnswer,
  type PollSession,
  readJson,
  withFreshToken,
} from '../../_kit/index.ts';
import { tokenAnswer } from './payload.ts';

/** The Track API takes this many numbers a call. */
export const batchMax = 30;

export const poll: Poll = {
  async fetch(numbers, session) {
    const found: PollAnswer[] = [];
    for (let start = 0; start < numbers.length; start += batchMax) {
      found.push(await askFor(numbers.slice(start, start + batchMax), session));
    }
    return found;
  },
};

async function askFor(numbers: readonly string[], session: PollSession): Promise<PollAnswer> {
  const token = {
    get: () => session.token.get(() => fetchToken(session)),
    forget: () => session.token.forget(),
  };
  const answer = await withFreshToken(token, (value) => requestTracking(numbers, value, session));
  const accepted = answerOrFailure(answer, session.now());
  return { body: accepted.body, contentType: accepted.headers['content-type'] ?? null, numbers };
}

function requestTracking(
  numbers: readonly string[],
  token: string,
  { settings, http }: PollSession,
): Promise<HttpAnswer> {
  const body = {
    // Without it the answer holds the newest scan only.
    includeDetailedScans: true,
    trackingInfo: numbers.map((trackingNumber) => ({ trackingNumberInfo: { trackingNumber } })),
  };
  return http({
    method: 'POST',
    url: `${settings.baseUrl}/track/v1/trackingnumbers`,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-locale': 'en_US',
    },
    body: JSON.stringify(body),
  });
}

async function fetchToken({
  settings,
  http,
  now,
}: PollSession): Promise<{ value: string; expiresInSeconds: number }> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: settings.clientId ?? '',
    client_secret: settings.clientSecret ?? '',
  });
  const answer = await http({
    method: 'POST',
    url: `${settings.baseUrl}/oauth/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  const read = readJson(answerOrFailure(answer, now()).body);
  const token = read.ok ? tokenAnswer.safeParse(read.value).data : undefined;
  if (token === undefined) throw new CarrierUnavailable('The token answer holds no token.');
  return { value: token.access_token, expiresInSeconds: token.expires_in };
}
