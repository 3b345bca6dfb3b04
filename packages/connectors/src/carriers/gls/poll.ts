import {
  apiBase,
  askInBatches,
  clientCredentials,
  type HttpAnswer,
  type Poll,
  type PollSession,
} from '../../_kit/index.ts';
import { isReference } from './parcel-number.ts';

export const api = apiBase('https://api.gls-group.net');

/** The Track & Trace API takes up to this many numbers in a request. */
export const batchMax = 10;

const withToken = clientCredentials({
  tokenUrl: (settings) => api.url(settings, '/oauth2/v2/token'),
  clientIn: 'basic',
  refusedBy: [400],
});

/**
 * Track & Trace 1.0.7: up to ten numbers in a request, separated by commas in the path. Parcel numbers and
 * references (track ids, card ids) have different paths, so a mixed batch makes two requests. An unknown
 * number is an element with `errorCode` in an answer of 200.
 */
export const poll: Poll = {
  async fetch(numbers, session) {
    const parcels = numbers.filter((number) => !isReference(number));
    const references = numbers.filter(isReference);
    return [
      ...(await parcelPoll.fetch(parcels, session)),
      ...(await referencePoll.fetch(references, session)),
    ];
  },
};

const parcelPoll = pollOf('trackids');
const referencePoll = pollOf('references');

function pollOf(path: 'trackids' | 'references'): Poll {
  return askInBatches(batchMax, {
    request: (numbers, session) => {
      const list = numbers.map(encodeURIComponent).join(',');
      return request(session, `/track-and-trace-v1/tracking/simple/${path}/${list}`);
    },
  });
}

function request(session: PollSession, path: string): Promise<HttpAnswer> {
  return withToken(session, (token) =>
    session.http({
      method: 'GET',
      url: api.url(session.settings, path),
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'accept-language': session.settings.language ?? 'EN',
      },
    }),
  );
}
