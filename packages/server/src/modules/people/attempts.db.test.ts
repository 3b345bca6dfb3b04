import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AttemptCounter } from '../../platform/attempts/attempt-counter.ts';
import { forEachEngine } from '../../testing/engines.ts';
import { type AttemptKind, Attempts } from './attempts.ts';

const minuteMs = 60_000;
type Given = { kind?: AttemptKind; address?: string; account?: string };

/** How many of `count` attempts in a row are accepted; `make` returns the attempt with this number. */
async function accepted(attempts: Attempts, count: number, make: (number: number) => Given): Promise<number> {
  let passed = 0;
  for (let number = 0; number < count; number++) {
    const { kind = 'sign_in', address = '192.0.2.1', account = 'a@shop.example' } = make(number);
    if ((await attempts.take(kind, { address, account })) === null) passed += 1;
  }
  return passed;
}

forEachEngine((_engine, database) => {
  let installations = 0;
  /** Returns processes of one installation; each test has its own. */
  const installation = (now: () => number): (() => Attempts) => {
    const own = ++installations;
    const pseudonym = (text: string): string =>
      createHash('sha256').update(`${own} ${text}`).digest('base64url');
    return () => new Attempts(new AttemptCounter({ queries: database(), now, pseudonym }));
  };
  const attempt = { address: '192.0.2.1', account: 'a@shop.example' };

  describe('attempts', () => {
    it.each<[string, number, (number: number) => Given]>([
      ['at one account from one address', 10, () => ({})],
      ['at many accounts from one address', 50, (number) => ({ account: `${number}@shop.example` })],
      [
        'at one account from many addresses',
        100,
        (number) => ({ address: `10.0.${number >> 8}.${number & 255}` }),
      ],
      ['from all addresses of an IPv6 network', 10, (number) => ({ address: `2001:db8:0:1::${number}` })],
      ['to send e-mails to one account', 5, () => ({ kind: 'password_reset' })],
      ['at links', 50, () => ({ kind: 'link', account: '' })],
    ])('%s are refused after %i', async (_name, max, make) => {
      expect(await accepted(installation(() => 0)(), 120, make)).toBe(max);
    });

    it('report how long to wait, and are accepted again after that', async () => {
      let now = 0;
      const attempts = installation(() => now)();
      await accepted(attempts, 10, () => ({}));
      now = 5 * minuteMs;
      expect(await attempts.take('sign_in', attempt)).toBe(600);
      now = 15 * minuteMs;
      expect(await accepted(attempts, 20, () => ({}))).toBe(10);
    });

    it('of different kinds are counted separately', async () => {
      const attempts = installation(() => 0)();
      await accepted(attempts, 20, () => ({}));
      expect(await accepted(attempts, 1, () => ({ kind: 'password_reset' }))).toBe(1);
    });

    it('that were right are not counted', async () => {
      const attempts = installation(() => 0)();
      for (let count = 0; count < 60; count++) {
        expect(await attempts.take('sign_in', attempt)).toBeNull();
        await attempts.succeed('sign_in', attempt);
      }
      await accepted(attempts, 9, () => ({}));
      await attempts.take('sign_in', attempt);
      await attempts.succeed('sign_in', attempt);
      expect(await accepted(attempts, 20, () => ({}))).toBe(10);
    });

    it('that were right after their window ended add nothing to the next window', async () => {
      let now = 0;
      const attempts = installation(() => now)();
      await attempts.take('sign_in', attempt);
      now = 16 * minuteMs;
      await attempts.succeed('sign_in', attempt);
      expect(await accepted(attempts, 60, (number) => ({ account: `${number}@shop.example` }))).toBe(50);
    });

    it('made at the same moment are accepted no more often than attempts in a row', async () => {
      const processOf = installation(() => 0);
      const processes = [processOf(), processOf(), processOf()];
      const taken = await Promise.all(
        Array.from({ length: 45 }, (_, number) => processes[number % 3]?.take('sign_in', attempt)),
      );
      expect(taken.filter((seconds) => seconds === null)).toHaveLength(10);
    });

    it('are counted across processes and restarts', async () => {
      const processOf = installation(() => 0);
      await accepted(processOf(), 6, () => ({}));
      expect(await accepted(processOf(), 20, () => ({}))).toBe(4);
      expect(await accepted(processOf(), 20, () => ({}))).toBe(0);
    });

    it('that are refused do not use up the attempts of others', async () => {
      let now = 0;
      const attempts = installation(() => now)();
      await accepted(attempts, 50, (number) => ({ account: `${number}@shop.example` }));
      // From here on the address is refused, from the cache and from the database.
      for (let count = 0; count < 110; count++) {
        now += 2_000;
        expect(await attempts.take('sign_in', attempt)).not.toBeNull();
      }
      expect(await accepted(attempts, 1, () => ({ address: '192.0.2.2' }))).toBe(1);
    });

    it('are stored under pseudonyms', async () => {
      await accepted(installation(() => 0)(), 1, () => ({}));
      const rows = await database().query<{ name: string }>('select name from attempt_count');
      expect(rows.length).toBeGreaterThan(0);
      for (const { name } of rows) expect(name).not.toMatch(/[@.]/);
    });
  });
});
