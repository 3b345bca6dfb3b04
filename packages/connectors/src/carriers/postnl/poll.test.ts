import { describe, expect, it } from 'vitest';
import {
  CarrierUnavailable,
  CredentialsRefused,
  type HttpAnswer,
  RateLimited,
  RequestRefused,
} from '../../_kit/index.ts';
import { makePollSession, noToken, type TestPollSession } from '../../_kit/testing/poll-session.ts';
import { carrier } from './manifest.ts';
import { fetchUpdates, poll } from './poll.ts';

function postnl(
  answers: Partial<HttpAnswer>[],
  now = Date.UTC(2026, 5, 3, 12),
  customerNumber = '10203040',
): TestPollSession {
  const settings = carrier.manifest.settings.parse({ apiKey: 'k-1', customerNumber, language: 'NL' });
  return makePollSession({
    // The schema of the settings holds only texts.
    settings: settings as Record<string, string>,
    respond: (_request, index) => ({ headers: {}, ...answers[index] }),
    token: noToken,
    now: () => now,
  });
}

const urlsOf = ({ requests }: TestPollSession): string[] =>
  requests.map(({ url }) => url.replace('https://api.postnl.nl/shipment/v2/status/', ''));

describe('a poll of PostNL', () => {
  it('requests the complete history with the key in a header and returns the answer verbatim', async () => {
    const test = postnl([{ body: '{"CompleteStatus":{}}', headers: { 'content-type': 'application/json' } }]);
    expect(await poll.fetch(['3SWLMG402118300'], test.session)).toEqual([
      { body: '{"CompleteStatus":{}}', contentType: 'application/json', numbers: ['3SWLMG402118300'] },
    ]);
    expect(test.requests).toEqual([
      {
        method: 'GET',
        url: 'https://api.postnl.nl/shipment/v2/status/barcode/3SWLMG402118300?detail=true&language=NL',
        headers: { accept: 'application/json', apikey: 'k-1' },
      },
    ]);
  });

  it('makes one request for each number and encodes it so that it cannot change the path', async () => {
    const test = postnl([]);
    await poll.fetch(['3SWLMG402118300', '../x?y'], test.session);
    expect(urlsOf(test)).toEqual([
      'barcode/3SWLMG402118300?detail=true&language=NL',
      'barcode/..%2Fx%3Fy?detail=true&language=NL',
    ]);
  });

  it.each([
    [{ status: 401 }, CredentialsRefused],
    [{ status: 400 }, RequestRefused],
    [{ status: 500 }, CarrierUnavailable],
  ])('turns %j into a typed failure', async (answer, failure) => {
    await expect(poll.fetch(['3SWLMG402118300'], postnl([answer]).session)).rejects.toBeInstanceOf(failure);
  });

  it('reports Retry-After after too many requests', async () => {
    const { session } = postnl([{ status: 429, headers: { 'retry-after': '30' } }]);
    const failure = await poll.fetch(['3SWLMG402118300'], session).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RateLimited);
    expect(failure).toMatchObject({ retryAfterMs: 30_000 });
  });
});

describe('the feed of changes', () => {
  const hour = 3_600_000;

  it('requests a short period in Dutch wall clock', async () => {
    const to = Date.UTC(2026, 5, 3, 12);
    const test = postnl([{ body: '[]' }], to);
    const updates = await fetchUpdates(test.session, to - hour / 4, to);
    expect(urlsOf(test)).toEqual([
      '10203040/updatedshipments?period=2026-06-03T13:45:00&period=2026-06-03T14:00:00',
    ]);
    expect(updates).toEqual({
      answers: [{ body: '[]', contentType: null, numbers: [] }],
      from: to - hour / 4,
      to,
    });
  });

  it('splits a longer period into adjoining windows of at most two hours', async () => {
    const to = Date.UTC(2026, 5, 3, 12);
    const test = postnl([], to);
    await fetchUpdates(test.session, to - 4.5 * hour, to);
    expect(urlsOf(test).map((url) => url.slice(url.indexOf('?') + 1))).toEqual([
      'period=2026-06-03T09:30:00&period=2026-06-03T11:00:00',
      'period=2026-06-03T11:00:00&period=2026-06-03T13:00:00',
      'period=2026-06-03T13:00:00&period=2026-06-03T14:00:00',
    ]);
  });

  it('goes back less than 48 hours and reports where the covered period begins', async () => {
    const to = Date.UTC(2026, 5, 3, 12);
    const test = postnl([], to);
    const updates = await fetchUpdates(test.session, to - 100 * hour, to + hour);
    expect(to - updates.from).toBeLessThan(48 * hour);
    expect(to - updates.from).toBeGreaterThan(47 * hour);
    expect(updates.to).toBe(to);
    expect(updates.answers).toHaveLength(test.requests.length);
    expect(test.requests.length).toBeLessThanOrEqual(25);
  });

  it('rounds a period outward to whole seconds', async () => {
    const to = Date.UTC(2026, 5, 3, 12) + 400;
    const test = postnl([], to);
    await fetchUpdates(test.session, to - 1000, to);
    expect(urlsOf(test)).toEqual([
      '10203040/updatedshipments?period=2026-06-03T13:59:59&period=2026-06-03T14:00:01',
    ]);
  });

  it('requests both passes of the repeated hour, each with a period that goes forward', async () => {
    const test = postnl([], Date.UTC(2026, 9, 25, 2));
    await fetchUpdates(test.session, Date.UTC(2026, 9, 25, 0), Date.UTC(2026, 9, 25, 2));
    expect(urlsOf(test).map((url) => url.slice(url.indexOf('?') + 1))).toEqual([
      'period=2026-10-25T02:00:00&period=2026-10-25T03:00:00',
      'period=2026-10-25T02:00:00&period=2026-10-25T03:00:00',
    ]);
  });

  it('leaves out the skipped hour', async () => {
    const test = postnl([], Date.UTC(2026, 2, 29, 2));
    await fetchUpdates(test.session, Date.UTC(2026, 2, 29, 0), Date.UTC(2026, 2, 29, 2));
    expect(urlsOf(test).map((url) => url.slice(url.indexOf('?') + 1))).toEqual([
      'period=2026-03-29T01:00:00&period=2026-03-29T02:00:00',
      'period=2026-03-29T03:00:00&period=2026-03-29T04:00:00',
    ]);
  });

  it('makes no request for a period in the future', async () => {
    const to = Date.UTC(2026, 5, 3, 12);
    const test = postnl([], to);
    expect((await fetchUpdates(test.session, to, to + hour)).answers).toEqual([]);
    expect(test.requests).toEqual([]);
  });

  it('fails with CredentialsRefused when the customer number is missing', async () => {
    const test = postnl([], 0, '');
    await expect(fetchUpdates(test.session, 0, hour)).rejects.toBeInstanceOf(CredentialsRefused);
    expect(test.requests).toEqual([]);
  });
});
