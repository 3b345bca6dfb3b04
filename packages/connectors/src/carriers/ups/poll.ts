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
import { isAboutNumber } from './notices.ts';
import { readNotice, readRoot, tokenAnswer } from './payload.ts';

/** The Tracking API takes one number a call. */
export const batchMax = 1;

export const poll: Poll = {
  async fetch(numbers, session) {
    const found: PollAnswer[] = [];
    for (const number of numbers) found.push(await askFor(number, session));
    return found;
  },
};

async function askFor(number: string, session: PollSession): Promise<PollAnswer> {
  const token = {
    get: () => session.token.get(() => fetchToken(session)),
    forget: () => session.token.forget(),
  };
  const answer = await withFreshToken(token, (value) => requestTracking(number, value, session));
  // 400 and 404 are used both for unknown numbers and for requests that are wrong in themselves; the code inside tells them apart.
  const accepted = answerOrFailure(answer, session.now(), speaksOfNumber(answer) ? [400, 404] : []);
  return { body: accepted.body, contentType: accepted.headers['content-type'] ?? null, numbers: [number] };
}

function requestTracking(number: string, token: string, session: PollSession): Promise<HttpAnswer> {
  const { settings, http, now } = session;
  const query = new URLSearchParams({
    locale: settings.locale ?? 'en_US',
    returnSignature: 'false',
    returnMilestones: 'false',
    returnPOD: 'false',
  });
  return http({
    method: 'GET',
    url: `${settings.baseUrl}/api/track/v1/details/${encodeURIComponent(number)}?${query}`,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      // Both are mandatory; the first must differ from request to request.
      transId: `${number}-${now()}`,
      transactionSrc: 'milepost',
    },
  });
}

async function fetchToken({
  settings,
  http,
  now,
}: PollSession): Promise<{ value: string; expiresInSeconds: number }> {
  const client = Buffer.from(`${settings.clientId}:${settings.clientSecret}`).toString('base64');
  const merchant = settings.accountNumber;
  const answer = await http({
    method: 'POST',
    url: `${settings.baseUrl}/security/v1/oauth/token`,
    headers: {
      authorization: `Basic ${client}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...(merchant === undefined ? {} : { 'x-merchant-id': merchant }),
    },
    body: 'grant_type=client_credentials',
  });
  const read = readJson(answerOrFailure(answer, now()).body);
  const token = read.ok ? tokenAnswer.safeParse(read.value).data : undefined;
  if (token === undefined) throw new CarrierUnavailable('The token answer holds no token.');
  return { value: token.access_token, expiresInSeconds: token.expires_in };
}

function speaksOfNumber({ body }: HttpAnswer): boolean {
  const read = readJson(body);
  const errors = read.ok ? (readRoot(read.value)?.response?.errors ?? []) : [];
  return errors.some((error) => isAboutNumber(readNotice(error)?.code));
}
