import type { HttpAnswer } from './http.ts';
import { CarrierUnavailable, CredentialsRefused, RateLimited, RequestRefused } from './poll-failures.ts';

/**
 * Returns an answer of 2xx and turns the statuses that mean the same everywhere into typed failures.
 * `accept` lists statuses that are answers about a number (404 for an unknown one, for example).
 */
export function acceptedAnswer(
  answer: HttpAnswer,
  nowMs: number,
  accept: readonly number[] = [],
): HttpAnswer {
  const { status } = answer;
  if ((status >= 200 && status < 300) || accept.includes(status)) return answer;
  const message = `The carrier answered ${status}: ${answer.body.slice(0, 200)}`;
  if (status === 401 || status === 403) throw new CredentialsRefused(message);
  if (status === 429) throw new RateLimited('The carrier answered 429.', retryAfterMs(answer, nowMs));
  if (status >= 500 || status === 408) throw new CarrierUnavailable(message);
  throw new RequestRefused(message);
}

/** `Retry-After` as seconds or as an HTTP date, in milliseconds from now; null when absent or unreadable. */
export function retryAfterMs(answer: HttpAnswer, nowMs: number): number | null {
  const text = answer.headers['retry-after'];
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
