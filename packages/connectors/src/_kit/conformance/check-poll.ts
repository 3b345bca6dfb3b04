import { expect, it } from 'vitest';
import type { Poll } from '../poll/poll.ts';
import { makePollSession, type TestPollOptions } from '../testing/poll-session.ts';
import { exampleSettings, type Subject } from './subject.ts';

/** What every poll must do. `batchMax` is the largest number of numbers in a request. */
export function checkPoll(subject: Subject, poll: Poll, batchMax: number): void {
  const settings = exampleSettings(subject.connector.manifest);
  // The same answer serves requests for a token and for tracking.
  const body = '{"access_token":"example-token","expires_in":3600}';
  const start = (options: TestPollOptions = {}) =>
    makePollSession({ settings, respond: () => ({ body }), ...options });

  it('polls every number once, in requests of the allowed size', async () => {
    const numbers = Array.from({ length: batchMax * 2 + 1 }, (_, index) => String(70_010_020_030 + index));
    const answers = await poll.fetch(numbers, start().session);
    expect(answers.flatMap((answer) => answer.numbers).sort()).toEqual([...numbers].sort());
    expect(Math.max(...answers.map((answer) => answer.numbers.length))).toBeLessThanOrEqual(batchMax);
    expect(answers.map((answer) => answer.body)).toEqual(answers.map(() => body));
  });

  it('makes no request for no number', async () => {
    const { session, requests } = start();
    expect(await poll.fetch([], session)).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('encodes a number so that it cannot change the request', async () => {
    const { session, requests } = start();
    await poll.fetch(['1/../2?forged=1&forged=2#forged'], session);
    for (const { url } of requests) {
      expect(url).not.toContain('/../');
      expect(new URL(url).searchParams.has('forged'), url).toBe(false);
      expect(new URL(url).hash).toBe('');
    }
  });

  it.each([
    [401, 'CredentialsRefused'],
    [403, 'CredentialsRefused'],
    [429, 'RateLimited'],
    [500, 'CarrierUnavailable'],
    [503, 'CarrierUnavailable'],
  ])('fails on %i with %s', async (status, name) => {
    const { session } = start({ respond: () => ({ status }) });
    await expect(poll.fetch(['70010020030'], session)).rejects.toMatchObject({ name });
  });

  it('passes on Retry-After', async () => {
    const { session } = start({ respond: () => ({ status: 429, headers: { 'retry-after': '7' } }) });
    await expect(poll.fetch(['70010020030'], session)).rejects.toMatchObject({ retryAfterMs: 7_000 });
  });
}
