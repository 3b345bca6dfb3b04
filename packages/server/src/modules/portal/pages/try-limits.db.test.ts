import { newTrackingId } from '@milepost/domain';
import { describe, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../../testing/http/http-world.ts';

/** Each test has its own server and clock; all share the counters of the database. */
forEachEngine((_engine, database) => {
  let clock = Date.UTC(2026, 2, 4, 11);
  const open = (): Promise<HttpWorld> => makeHttpWorld(database(), { now: () => clock });
  const guess = async (world: HttpWorld, number: string, remoteAddress: string): Promise<number> => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/t',
      remoteAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ number, postcode: '0000' }).toString(),
    });
    return answer.statusCode;
  };
  const guesses = async (
    count: number,
    make: (place: number) => [world: HttpWorld, number: string, address: string],
  ): Promise<number[]> => Promise.all(Array.from({ length: count }, (_, place) => guess(...make(place))));
  const countLimited = (statuses: readonly number[]): number =>
    statuses.filter((status) => status === 429).length;

  describe('a limited client', () => {
    it('does not use up the attempts of other addresses', async () => {
      const world = await open();
      for (const address of ['10.1.0.1', '10.1.0.2', '10.1.0.3', '10.1.0.4']) {
        const statuses = await guesses(230, (place) => [world, `FLOOD${place}`, address]);
        expect(countLimited(statuses)).toBe(210);
      }
      expect(await guess(world, 'TOY1', '10.1.0.5')).toBe(404);
    }, 30_000);

    it('gets no more attempts at a number by writing it differently', async () => {
      const world = await open();
      clock += 3_600_000;
      // The number need not exist. O is read as 0, and I and L as 1.
      const id = newTrackingId((count) => Uint8Array.from({ length: count }, (_, place) => place % 2));
      const lookAlike =
        id.slice(0, 1) + id.slice(1, -1).replaceAll('0', 'o').replaceAll('1', 'l') + id.slice(-1);
      const forms = [id, id.toLowerCase(), `${id.slice(0, 4)}-${id.slice(4)}`, lookAlike];
      const statuses = await guesses(24, (place) => [world, forms[place % 4] ?? id, `10.2.0.${place}`]);
      expect(countLimited(statuses)).toBe(4);
    });
  });

  it('attempts are counted across processes and restarts', async () => {
    clock += 3_600_000;
    const [first, second] = [await open(), await open()];
    const statuses = await guesses(22, (place) => [
      place % 2 === 0 ? first : second,
      `N${place}`,
      '10.3.0.1',
    ]);
    expect(countLimited(statuses)).toBe(2);
    expect(await guess(await open(), 'N', '10.3.0.1')).toBe(429);
    clock += 5 * 60_000;
    expect(await guess(await open(), 'N', '10.3.0.1')).toBe(404);
  });
});
