import { beforeAll, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { makeToyWorld, type ToyWorld } from '../../../testing/toy-world.ts';
import { forgetEnded } from './demo-retention.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const tables = ['shipment', 'leg', 'tracking_event', 'raw_message', 'shipment_search', 'shipment_under_way'];

forEachEngine((_engine, database) => {
  let toy: ToyWorld;
  const now = Date.now();
  const at = (epochMs: number): string => new Date(epochMs).toISOString();
  const forget = (when: number) => forgetEnded(database(), toy.workspaceId, when);
  const numbers = async (): Promise<string[]> => {
    const rows = await database().query<{ number: string }>(
      'select tracking_number as number from shipment where workspace_id = $1 order by 1',
      [toy.workspaceId],
    );
    return rows.map(({ number }) => number);
  };
  const counts = (): Promise<number[]> =>
    Promise.all(
      tables.map(async (table) => {
        const sql = `select count(*)::int as count from ${table} where workspace_id = $1`;
        const [row] = await database().query<{ count: number }>(sql, [toy.workspaceId]);
        return row?.count ?? -1;
      }),
    );

  beforeAll(async () => {
    const clock = { now: now - 10 * hourMs };
    toy = await makeToyWorld(database(), () => clock.now);
    // Registered ten hours ago: the first is delivered after an hour, the second after six, the third is
    // still under way.
    for (const number of ['TOYQUICK', 'TOYSLOW', 'TOYMOVING']) await toy.register(number);
    clock.now = now;
    await toy.sendEvent('TOYQUICK', 'delivered.handed_over', at(now - 9 * hourMs));
    await toy.sendEvent('TOYSLOW', 'delivered.handed_over', at(now - 4 * hourMs));
    await toy.sendEvent('TOYMOVING', 'in_transit.accepted', at(now - 9 * hourMs));
    await toy.processInbox();
  });

  it('keeps quickly delivered shipments for some hours, and slower ones for weeks', async () => {
    expect(await numbers()).toEqual(['TOYMOVING', 'TOYQUICK', 'TOYSLOW']);
    expect(await forget(now - 5 * hourMs - minuteMs)).toBe(0);
    expect(await numbers()).toHaveLength(3);
  });

  it('removes shipments that ended long ago with all their data, and nothing else', async () => {
    expect(await counts()).toEqual([3, 3, 3, 3, 3, 1]);
    expect(await forget(now - 5 * hourMs + minuteMs)).toBe(1);
    expect(await numbers()).toEqual(['TOYMOVING', 'TOYSLOW']);
    expect(await counts()).toEqual([2, 2, 2, 2, 2, 1]);
    expect(await forget(now + 20 * 24 * hourMs)).toBe(0);
    expect(await forget(now + 365 * 24 * hourMs)).toBe(1);
    expect(await numbers()).toEqual(['TOYMOVING']);
  });

  it('removes late events of removed shipments after a day, and changes that are a day old', async () => {
    await toy.sendEvent('TOYQUICK', 'delivered.handed_over', at(now - 8 * hourMs));
    await toy.processInbox();
    await forget(now);
    expect(await counts()).toEqual([1, 2, 2, 2, 1, 1]);
    await database().query(
      `update leg set created_at = now() - interval '25 hours' where shipment_id is null`,
    );
    await database().query(
      `update outbox set written_at = now() - interval '25 hours' where workspace_id = $1`,
      [toy.workspaceId],
    );
    await forget(now);
    expect(await counts()).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await database().query('select from outbox where workspace_id = $1', [toy.workspaceId])).toEqual(
      [],
    );
  });
});
