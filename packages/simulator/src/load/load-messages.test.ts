import { describe, expect, it } from 'vitest';
import { dayMs } from '../journeys/local-time.ts';
import { readToyPush, signatureOf, toyCredentials, toyDialect } from '../testing/toy-dialect.ts';
import { LoadMessages } from './load-messages.ts';

const before = Date.UTC(2026, 5, 1);
const targets = ['one', 'two'].map((carrier) => ({
  dialect: toyDialect(carrier),
  hookUrl: `http://127.0.0.1:3000/hooks/${carrier}?v=1`,
  credentials: toyCredentials,
}));
const load = () => new LoadMessages({ seed: 1, targets, parcels: 101, before });

describe('the messages of a load', () => {
  const messages = [...load()];

  it('have the announced count and are all different', () => {
    expect(load().count()).toBe(messages.length);
    const names = messages.map(({ trackingNumber, event }) => `${trackingNumber} ${event.occurredAt}`);
    expect(new Set(names).size).toBe(messages.length);
  });

  it('cover exactly the parcels to be registered', () => {
    const numbers = [...load().parcels()].map(({ trackingNumber }) => trackingNumber);
    expect(numbers).toHaveLength(101);
    expect(new Set(messages.map(({ trackingNumber }) => trackingNumber))).toEqual(new Set(numbers));
  });

  it('mix carriers and parcels, and keep the order of each parcel', () => {
    const firsts = messages.slice(0, 101);
    expect(new Set(firsts.map(({ trackingNumber }) => trackingNumber)).size).toBe(101);
    expect(firsts.slice(0, 4).map(({ target }) => target.dialect.carrier)).toEqual([
      'one',
      'two',
      'one',
      'two',
    ]);
    const seen = new Map<string, number>();
    for (const { trackingNumber, event } of messages) {
      expect(event.sequence).toBe((seen.get(trackingNumber) ?? 0) + 1);
      seen.set(trackingNumber, event.sequence);
    }
  });

  it('contain only past events', () => {
    const moments = messages.map(({ event }) => event.occurredAt);
    expect(Math.max(...moments)).toBeLessThan(before);
    expect(Math.min(...moments)).toBeGreaterThan(before - 60 * dayMs);
  });

  it('are complete requests with a valid signature', () => {
    for (const { request, target, trackingNumber, event } of messages.slice(0, 20)) {
      const { path, headers } = request;
      const body = request.body.toString('utf8');
      expect(path).toBe(`/hooks/${target.dialect.carrier}?v=1`);
      expect(headers[headers.indexOf('x-signature') + 1]).toBe(
        signatureOf(body, toyCredentials.webhookSecret),
      );
      expect(readToyPush(body)).toEqual({ number: trackingNumber, events: [event] });
    }
  });

  it('are refused for a carrier that does not push', () => {
    const { push: _push, ...pollOnly } = toyDialect();
    const target = { dialect: pollOnly, hookUrl: 'http://127.0.0.1', credentials: {} };
    expect(() => new LoadMessages({ seed: 1, targets: [target], parcels: 1, before })).toThrow(
      'does not push',
    );
  });
});
