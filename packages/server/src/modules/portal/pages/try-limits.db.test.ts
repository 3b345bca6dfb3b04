import { newTrackingId } from '@milepost/domain';
import { describe, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { type HttpWorld, makeHttpWorld } from '../../../testing/http/http-world.ts';

/** Each test has a world and a clock of its own; all share what is counted. */
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
  const heldBack = (statuses: readonly number[]): number =>
    statuses.filter((status) => status === 429).length;

  describe('whoever is held back', () => {
    it('uses up the tries of nobody else', async () => {
      const world = await open();
      for (const address of ['10.1.0.1', '10.1.0.2', '10.1.0.3', '10.1.0.4']) {
        const statuses = await guesses(230, (place) => [world, `FLOOD${place}`, address]);
        expect(heldBack(statuses)).toBe(210);
      }
      expect(await guess(world, 'TOY1', '10.1.0.5')).toBe(404);
    }, 30_000);

    it('has no further tries at one number by writing it otherwise', async () => {
      const world = await open();
      clock += 3_600_000;
      // It need not belong to a shipment. O is read as 0, and I and L as 1.
      const id = newTrackingId((count) => Uint8Array.from({ length: count }, (_, place) => place % 2));
      const otherwise =
        id.slice(0, 1) + id.slice(1, -1).replaceAll('0', 'o').replaceAll('1', 'l') + id.slice(-1);
      const forms = [id, id.toLowerCase(), `${id.slice(0, 4)}-${id.slice(4)}`, otherwise];
      const statuses = await guesses(24, (place) => [world, forms[place % 4] ?? id, `10.2.0.${place}`]);
      expect(heldBack(statuses)).toBe(4);
    });
  });

  it('tries count for every process, and after a start', async () => {
    clock += 3_600_000;
    const [one, other] = [await open(), await open()];
    const statuses = await guesses(22, (place) => [place % 2 === 0 ? one : other, `N${place}`, '10.3.0.1']);
    expect(heldBack(statuses)).toBe(2);
    expect(await guess(await open(), 'N', '10.3.0.1')).toBe(429);
    clock += 5 * 60_000;
    expect(await guess(await open(), 'N', '10.3.0.1')).toBe(404);
  });
});
