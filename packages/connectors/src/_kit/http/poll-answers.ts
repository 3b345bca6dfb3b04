import { CarrierUnavailable, CredentialsRefused, RateLimited, RequestRefused } from './errors.ts';
import type { HttpAnswer } from './http.ts';

/**
 * Turns the statuses all carriers agree on into typed failures and returns every other answer. `accept` lists 4xx statuses that are answers
 * about a parcel (404 for an unknown number, say).
 */
export function answerOrFailure(
  answer: HttpAnswer,
  nowMs: number,
  accept: readonly number[] = [],
): HttpAnswer {
  const { status } = answer;
  if ((status >= 200 && status < 300) || accept.includes(status)) return answer;
  const said = answer.body.slice(0, 200);
  if (status === 401 || status === 403)
    throw new CredentialsRefused(`The carrier answered ${status}: ${said}`);
  if (status === 429) throw new RateLimited('The carrier answered 429.', retryAfterMs(answer, nowMs));
  if (status >= 500 || status === 408) {
    throw new CarrierUnavailable(`The carrier answered ${status}: ${said}`);
  }
  throw new RequestRefused(`The carrier answered ${status}: ${said}`);
}

/** `Retry-After` as seconds or as an HTTP date, in milliseconds from now; null when absent or unreadable. */
export function retryAfterMs(answer: HttpAnswer, nowMs: number): number | null {
  const text = answer.headers['retry-after'];
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

/**
 * Runs a call that needs a token; when the carrier refuses it as expired, fetches a fresh one and tries once more.
 */
export async function withFreshToken(
  token: { get: () => Promise<string>; forget: () => void },
  call: (token: string) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const first = await call(await token.get());
  if (first.status !== 401) return first;
  token.forget();
  return call(await token.get());
}
