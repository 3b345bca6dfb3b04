import { apiBase, askForEach, clientCredentials, type HttpAnswer, readJson } from '../../_kit/index.ts';
import { isAboutNumber } from './notices.ts';
import { readNotice, readRoot } from './payload.ts';

export const api = apiBase('https://onlinetools.ups.com');

/** The Tracking API takes one number in a request. */
export const batchMax = 1;

const withToken = clientCredentials({
  tokenUrl: (settings) => api.url(settings, '/security/v1/oauth/token'),
  clientIn: 'basic',
  headers: ({ accountNumber }) => (accountNumber === undefined ? {} : { 'x-merchant-id': accountNumber }),
});

export const poll = askForEach({
  // 400 and 404 mean an unknown number or a wrong request; the code inside distinguishes them.
  accept: (answer) => (concernsNumber(answer) ? [400, 404] : []),
  request: (number, session) => {
    const { settings, http, now } = session;
    const query = new URLSearchParams({
      locale: settings.locale ?? 'en_US',
      returnSignature: 'false',
      returnMilestones: 'false',
      returnPOD: 'false',
    });
    return withToken(session, (token) =>
      http({
        method: 'GET',
        url: api.url(settings, `/api/track/v1/details/${encodeURIComponent(number)}?${query}`),
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          // Both are mandatory; the first must be different for each request.
          transId: `${number}-${now()}`,
          transactionSrc: 'milepost',
        },
      }),
    );
  },
});

function concernsNumber({ body }: HttpAnswer): boolean {
  const read = readJson(body);
  const errors = read.ok ? (readRoot(read.value)?.response?.errors ?? []) : [];
  return errors.some((error) => isAboutNumber(readNotice(error)?.code));
}
