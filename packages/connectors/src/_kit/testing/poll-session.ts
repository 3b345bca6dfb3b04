import type { HttpAnswer, HttpRequest } from '../http/http.ts';
import type { PollSession, TokenCache } from '../poll/poll.ts';

/** A session for tests of polls, and the requests that were made in it. */
export interface TestPollSession {
  session: PollSession;
  requests: HttpRequest[];
}

export interface TestPollOptions extends Partial<Omit<PollSession, 'http'>> {
  /**
   * The answer to a request; what it leaves out is 200, JSON and `{}`. `index` counts the requests from 0.
   */
  respond?: (request: HttpRequest, index: number) => Partial<HttpAnswer>;
}

export function makePollSession({ respond = () => ({}), ...parts }: TestPollOptions = {}): TestPollSession {
  const requests: HttpRequest[] = [];
  const session: PollSession = {
    settings: {},
    now: () => Date.UTC(2026, 0, 1),
    postcodeOf: () => null,
    token: cachedToken(),
    ...parts,
    http: async (request) => {
      requests.push(request);
      const answer = respond(request, requests.length - 1);
      return { status: 200, headers: { 'content-type': 'application/json' }, body: '{}', ...answer };
    },
  };
  return { session, requests };
}

/** For carriers without a token: using it fails the test. */
export const noToken: TokenCache = {
  get: () => Promise.reject(new Error('This carrier needs no token.')),
  forget: () => undefined,
};

/** Answers in turn, and fails the test when there is a request too many. */
export function inTurn(
  ...answers: readonly Partial<HttpAnswer>[]
): (request: HttpRequest) => Partial<HttpAnswer> {
  const left = [...answers];
  return ({ url }) => {
    const answer = left.shift();
    if (answer === undefined) throw new Error(`There is no answer left for ${url}.`);
    return answer;
  };
}

/**
 * Answers requests to the token endpoint with `token-1`, `token-2` …, and passes the others on with their
 * own count from 0.
 */
export function withTokens(
  tokenPath: string,
  respond: (request: HttpRequest, index: number) => Partial<HttpAnswer> = () => ({}),
): (request: HttpRequest) => Partial<HttpAnswer> {
  let tokens = 0;
  let others = 0;
  return (request) => {
    if (!request.url.endsWith(tokenPath)) return respond(request, others++);
    tokens += 1;
    return { body: `{"access_token":"token-${tokens}","expires_in":3600}` };
  };
}

/** Keeps a token until it is forgotten. */
function cachedToken(): TokenCache {
  let cached: string | null = null;
  return {
    get: async (create) => {
      cached ??= (await create()).value;
      return cached;
    },
    forget() {
      cached = null;
    },
  };
}
