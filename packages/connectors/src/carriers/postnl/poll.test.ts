import { describe, expect, it } from 'vitest';
import {
  CarrierUnavailable,
  CredentialsRefused,
  type HttpAnswer,
  type HttpRequest,
  type PollSession,
  RateLimited,
  RequestRefused,
} from '../../_kit/index.ts';
import { carrier } from './manifest.ts';
import { fetchUpdates, poll } from './poll.ts';

interface Wire {
  session: PollSession;
  requests: HttpRequest[];
}

function wire(
  answers: Partial<HttpAnswer>[],
  now = Date.UTC(2026, 5, 3, 12),
  customerNumber = '10203040',
): Wire {
  const requests: HttpRequest[] = [];
  const settings = carrier.manifest.settings.parse({ apiKey: 'k-1', customerNumber, language: 'NL' });
  const session: PollSession = {
    // The schema of the settings holds texts only.
    settings: settings as Record<string, string>,
    http: async (request) => {
      requests.push(request);
      return { status: 200, headers: {}, body: '{}', ...answers[requests.length - 1] };
    },
    token: { get: () => Promise.reject(new Error('PostNL has no token')), forget: () => undefined },
    now: () => now,
    postcodeOf: () => null,
  };
  return { session, requests };
}

const urlsOf = ({ requests }: Wire): string[] =>
  requests.map(({ url }) => url.replace('https://api.postnl.nl/shipment/v2/status/', ''));

describe('asking for a parcel', () => {
  it('asks for the complete history with the key in a header and keeps the answer verbatim', async () => {
    const here = wire([{ body: '{"CompleteStatus":{}}', headers: { 'content-type': 'application/json' } }]);
    expect(await poll.fetch(['3SWLMG402118300'], here.session)).toEqual([
      { body: '{"CompleteStatus":{}}', contentType: 'application/json', numbers: ['3SWLMG402118300'] },
    ]);
    expect(here.requests).toEqual([
      {
        method: 'GET',
        url: 'https://api.postnl.nl/shipment/v2/status/barcode/3SWLMG402118300?detail=true&language=NL',
        headers: { accept: 'application/json', apikey: 'k-1' },
      },
    ]);
  });

  it('makes one call for each number and lets none of them change the path', async () => {
    const here = wire([]);
    await poll.fetch(['3SWLMG402118300', '../x?y'], here.session);
    expect(urlsOf(here)).toEqual([
      'barcode/3SWLMG402118300?detail=true&language=NL',
      'barcode/..%2Fx%3Fy?detail=true&language=NL',
    ]);
  });

  it.each([
    [{ status: 401 }, CredentialsRefused],
    [{ status: 400 }, RequestRefused],
    [{ status: 500 }, CarrierUnavailable],
  ])('turns %j into a typed failure', async (answer, failure) => {
    await expect(poll.fetch(['3SWLMG402118300'], wire([answer]).session)).rejects.toBeInstanceOf(failure);
  });

  it('hands on how long to wait after too many requests', async () => {
    const { session } = wire([{ status: 429, headers: { 'retry-after': '30' } }]);
    const failure = await poll.fetch(['3SWLMG402118300'], session).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RateLimited);
    expect(failure).toMatchObject({ retryAfterMs: 30_000 });
  });
});

describe('the feed of changes', () => {
  const hour = 3_600_000;

  it('asks for a short period in Dutch wall clock', async () => {
    const to = Date.UTC(2026, 5, 3, 12);
    const here = wire([{ body: '[]' }], to);
    const updates = await fetchUpdates(here.session, to - hour / 4, to);
    expect(urlsOf(here)).toEqual([
      '10203040/updatedshipments?period=2026-06-03T13:45:00&period=2026-06-03T14:00:00',
    ]);
    expect(updates).toEqual({
      answers: [{ body: '[]', contentType: null, numbers: [] }],
      from: to - hour / 4,
      to,
    });
  });

  it('splits a longer period into windows of at most two hours that touch', async () => {
    const to = Date.UTC(2026, 5, 3, 12);
    const here = wire([], to);
    await fetchUpdates(here.session, to - 4.5 * hour, to);
    expect(urlsOf(here).map((url) => url.slice(url.indexOf('?') + 1))).toEqual([
      'period=2026-06-03T09:30:00&period=2026-06-03T11:00:00',
      'period=2026-06-03T11:00:00&period=2026-06-03T13:00:00',
      'period=2026-06-03T13:00:00&period=2026-06-03T14:00:00',
    ]);
  });

  it('goes back less than 48 hours and says from where it began', async () => {
    const to = Date.UTC(2026, 5, 3, 12);
    const here = wire([], to);
    const updates = await fetchUpdates(here.session, to - 100 * hour, to + hour);
    expect(to - updates.from).toBeLessThan(48 * hour);
    expect(to - updates.from).toBeGreaterThan(47 * hour);
    expect(updates.to).toBe(to);
    expect(updates.answers).toHaveLength(here.requests.length);
    expect(here.requests.length).toBeLessThanOrEqual(25);
  });

  it('rounds a period outward to whole seconds', async () => {
    const to = Date.UTC(2026, 5, 3, 12) + 400;
    const here = wire([], to);
    await fetchUpdates(here.session, to - 1000, to);
    expect(urlsOf(here)).toEqual([
      '10203040/updatedshipments?period=2026-06-03T13:59:59&period=2026-06-03T14:00:01',
    ]);
  });

  it('asks for both passages of the hour that stands twice, each with a period that goes forward', async () => {
    const here = wire([], Date.UTC(2026, 9, 25, 2));
    await fetchUpdates(here.session, Date.UTC(2026, 9, 25, 0), Date.UTC(2026, 9, 25, 2));
    expect(urlsOf(here).map((url) => url.slice(url.indexOf('?') + 1))).toEqual([
      'period=2026-10-25T02:00:00&period=2026-10-25T03:00:00',
      'period=2026-10-25T02:00:00&period=2026-10-25T03:00:00',
    ]);
  });

  it('leaves out the hour that never stands', async () => {
    const here = wire([], Date.UTC(2026, 2, 29, 2));
    await fetchUpdates(here.session, Date.UTC(2026, 2, 29, 0), Date.UTC(2026, 2, 29, 2));
    expect(urlsOf(here).map((url) => url.slice(url.indexOf('?') + 1))).toEqual([
      'period=2026-03-29T01:00:00&period=2026-03-29T02:00:00',
      'period=2026-03-29T03:00:00&period=2026-03-29T04:00:00',
    ]);
  });

  it('asks nothing for a period that has not begun', async () => {
    const to = Date.UTC(2026, 5, 3, 12);
    const here = wire([], to);
    expect((await fetchUpdates(here.session, to, to + hour)).answers).toEqual([]);
    expect(here.requests).toEqual([]);
  });

  it('asks the operator for the customer number when it is missing', async () => {
    const here = wire([], 0, '');
    await expect(fetchUpdates(here.session, 0, hour)).rejects.toBeInstanceOf(CredentialsRefused);
    expect(here.requests).toEqual([]);
  });
});
