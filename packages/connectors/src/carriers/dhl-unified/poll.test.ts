import { describe, expect, it } from 'vitest';
import {
  type AccountSettings,
  CarrierUnavailable,
  CredentialsRefused,
  type HttpAnswer,
  RateLimited,
  RequestRefused,
} from '../../_kit/index.ts';
import { makePollSession, noToken } from '../../_kit/testing/poll-session.ts';
import { poll } from './poll.ts';

const found = { body: '{"shipments":[]}' };

function dhl(
  answer: Partial<HttpAnswer> = {},
  settings: AccountSettings = {},
  postcode: string | null = null,
) {
  return makePollSession({
    settings: { apiKey: 'key', baseUrl: 'https://dhl.test/', ...settings },
    postcodeOf: () => postcode,
    token: noToken,
    respond: () => ({ ...found, ...answer }),
  });
}

describe('a poll of DHL', () => {
  it('makes one request for each number, with the key in a header, and returns the answers verbatim', async () => {
    const { session, requests } = dhl();
    const answers = await poll.fetch(['4309182754', 'JVGL0612345600098231'], session);
    expect(requests).toEqual([
      {
        method: 'GET',
        url: 'https://dhl.test/track/shipments?trackingNumber=4309182754&language=en',
        headers: { 'dhl-api-key': 'key', accept: 'application/json' },
      },
      {
        method: 'GET',
        url: 'https://dhl.test/track/shipments?trackingNumber=JVGL0612345600098231&language=en',
        headers: { 'dhl-api-key': 'key', accept: 'application/json' },
      },
    ]);
    expect(answers).toEqual([
      { body: found.body, contentType: 'application/json', numbers: ['4309182754'] },
      { body: found.body, contentType: 'application/json', numbers: ['JVGL0612345600098231'] },
    ]);
  });

  it('sends the division and language of the account and the postcode of the recipient', async () => {
    const { session, requests } = dhl({}, { service: 'parcel-de', language: 'de' }, '8011 AA');
    await poll.fetch(['1'], session);
    expect(requests[0]?.url).toBe(
      'https://dhl.test/track/shipments?trackingNumber=1&language=de&service=parcel-de&recipientPostalCode=8011+AA',
    );
  });

  it('encodes a number so that it cannot add a query parameter', async () => {
    const { session, requests } = dhl();
    await poll.fetch(['1&service=express#x'], session);
    expect(new URL(requests[0]?.url ?? '').searchParams.get('service')).toBeNull();
  });

  it('accepts 404 as the answer for a number that DHL does not know yet', async () => {
    const body = '{"title":"No result found","status":404}';
    const answers = await poll.fetch(['1'], dhl({ status: 404, body }).session);
    expect(answers).toMatchObject([{ body, numbers: ['1'] }]);
  });

  const failures = [
    [400, RequestRefused],
    [401, CredentialsRefused],
    [403, CredentialsRefused],
    [429, RateLimited],
    [500, CarrierUnavailable],
    [503, CarrierUnavailable],
  ] as const;
  for (const [status, failure] of failures) {
    it(`fails with ${failure.name} on ${status}`, async () => {
      await expect(poll.fetch(['1'], dhl({ status }).session)).rejects.toBeInstanceOf(failure);
    });
  }

  it('reports Retry-After when the quota is used up', async () => {
    const { session } = dhl({ status: 429, headers: { 'retry-after': '90' } });
    await expect(poll.fetch(['1'], session)).rejects.toMatchObject({ retryAfterMs: 90_000 });
  });
});
