import { apiBase, askInBatches, clientCredentials } from '../../_kit/index.ts';

export const api = apiBase('https://apis.fedex.com');

/** The Track API takes up to this many numbers in a request. */
export const batchMax = 30;

const withToken = clientCredentials({
  tokenUrl: (settings) => api.url(settings, '/oauth/token'),
  clientIn: 'form',
});

export const poll = askInBatches(batchMax, {
  request: (numbers, session) =>
    withToken(session, (token) =>
      session.http({
        method: 'POST',
        url: api.url(session.settings, '/track/v1/trackingnumbers'),
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'x-locale': 'en_US',
        },
        body: JSON.stringify({
          // Without it the answer contains only the newest scan.
          includeDetailedScans: true,
          trackingInfo: numbers.map((trackingNumber) => ({ trackingNumberInfo: { trackingNumber } })),
        }),
      }),
    ),
});
