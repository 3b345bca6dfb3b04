import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoFaultName } from '@milepost/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serve } from '../../cli/serve.ts';
import { readConfig } from '../../config.ts';
import { type Database, openPglite } from '../../platform/database/index.ts';

const shipments = 1_000;
const patienceMs = 90_000;
const workspaceHeader = 'x-milepost-workspace';

/** Asks again until it is so; fails with what was seen last. */
async function until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`It did not come to this: ${JSON.stringify(seen)}`);
    await sleep(200);
  }
}

describe('the demo on the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-demo-'));
  let server: RunningServer | null = null;
  let workspaces: { id: string; slug: string; name: string; isDemo: boolean }[] = [];

  const start = async (): Promise<void> => {
    const config = readConfig({
      PORT: '0',
      MILEPOST_DATA: folder,
      MILEPOST_LOG_LEVEL: 'error',
      MILEPOST_DEMO_SHIPMENTS: String(shipments),
    });
    server = await serve(config, { demo: true });
  };
  const stop = async (): Promise<void> => {
    await server?.stop();
    server = null;
  };
  const ask = async (path: string, options: RequestInit = {}, workspaceId?: string): Promise<Response> => {
    const key: unknown = JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')).key;
    const headers = new Headers({ authorization: `Bearer ${key}` });
    if (options.body !== undefined) headers.set('content-type', 'application/json');
    if (workspaceId !== undefined) headers.set(workspaceHeader, workspaceId);
    return fetch(`${server?.url}${path}`, { ...options, headers });
  };
  // biome-ignore lint/suspicious/noExplicitAny: the answers follow the contract, and every test looks at its part only.
  const read = async (path: string, workspaceId?: string): Promise<any> =>
    (await ask(path, {}, workspaceId)).json();
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const flip = async (name: DemoFaultName, isOn: boolean): Promise<any> =>
    (await ask('/v1/demo/faults', { method: 'POST', body: JSON.stringify({ name, isOn }) })).json();
  const filled = () =>
    until(
      () => read('/v1/demo'),
      ({ progress }) => progress.phase !== 'filling',
    );
  /** Looks into the folder of a server that is stopped. */
  const inStore = async <T>(look: (database: Database) => Promise<T>): Promise<T> => {
    const database = await openPglite(join(folder, 'database'));
    try {
      return await look(database);
    } finally {
      await database.close();
    }
  };

  beforeAll(async () => {
    await start();
    await filled();
    workspaces = (await read('/v1/workspaces')).workspaces;
  }, 2 * patienceMs);
  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('fills two workspaces, with every carrier and with shipments at every stage', async () => {
    expect(workspaces.map(({ slug, isDemo }) => [slug, isDemo])).toEqual([
      ['demo', true],
      ['demo-second', true],
    ]);
    const counts = await Promise.all(workspaces.map(({ id }) => read('/v1/shipments/count?facets=true', id)));
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    expect(total).toBeGreaterThanOrEqual(shipments * 0.98);
    expect(total).toBeLessThan(shipments * 1.1);
    for (const { carriers, milestones } of counts) {
      expect(carriers).toHaveLength(6);
      const found = milestones.map(({ value }: { value: string }) => value);
      expect(found).toEqual(expect.arrayContaining(['info_received', 'in_transit', 'delivered']));
    }
    const ofFirst = counts[0].milestones.map(({ value }: { value: string }) => value);
    expect(ofFirst).toEqual(expect.arrayContaining(['available_for_pickup', 'exception', 'returned']));
  });

  it('shows each brand with its colour, words and logo', async () => {
    const brands = await Promise.all(workspaces.map(({ id }) => read('/v1/brand', id)));
    expect(brands.map(({ name, hasLogo }) => [name, hasLogo])).toEqual([
      ['Fjord & Fern', true],
      ['Kite & Lantern', true],
    ]);
    expect(new Set(brands.map(({ colour }) => colour)).size).toBe(2);
  });

  it('fills the hours of the feeds, and judges them by its own clock', async () => {
    const { feeds } = await read('/v1/feeds');
    expect(feeds.map(({ state }: { state: string }) => state)).not.toContain('silent');
    for (const { carrier, events } of feeds) expect([carrier, events > 0]).toEqual([carrier, true]);
  });

  it('lives on, faster than the clock and not beyond the present', async () => {
    const before = await read('/v1/demo');
    expect(before).toMatchObject({ isDemo: true, clock: { speed: 60 }, progress: { phase: 'catching_up' } });
    await sleep(500);
    const elapsedMs = Date.parse((await read('/v1/demo')).clock.now) - Date.parse(before.clock.now);
    expect(elapsedMs).toBeGreaterThanOrEqual(60 * 500);
    expect(Date.parse(before.clock.now)).toBeLessThan(Date.now());
  });

  it('lets interfaces fail, and recovers when they are up again', async () => {
    const failing = async (): Promise<number> =>
      (await read('/v1/feeds')).feeds.filter(({ state }: { state: string }) => state === 'failing').length;
    expect(await failing()).toBe(0);
    const { faults } = await flip('outage', true);
    expect(faults.filter(({ isOn }: { isOn: boolean }) => isOn)).toMatchObject([{ name: 'outage' }]);
    await until(failing, (count) => count > 0);
    await flip('outage', false);
    await until(failing, (count) => count === 0);
  });

  it(
    'sends noise, and leaves the other brand in peace',
    async () => {
      const unread = async (workspaceId?: string): Promise<number> =>
        (await read('/v1/review', workspaceId)).groups.filter(
          ({ kind }: { kind: string }) => kind !== 'unknown_code',
        ).length;
      const other = await unread(workspaces[1]?.id);
      const before = await unread();
      await flip('garbage', true);
      await until(unread, (count) => count > before);
      await flip('garbage', false);
      expect(
        (await read('/v1/demo', workspaces[1]?.id)).faults.some(({ isOn }: { isOn: boolean }) => isOn),
      ).toBe(false);
      expect(await unread(workspaces[1]?.id)).toBeLessThanOrEqual(other + 1);
      // At some hours of the day carriers push little.
    },
    2 * patienceMs,
  );

  it('refuses a switch that does not exist, and stays still for a workspace that is no demo', async () => {
    expect(
      (await ask('/v1/demo/faults', { method: 'POST', body: '{"name":"fire","isOn":true}' })).status,
    ).toBe(400);
    const made = await ask('/v1/workspaces', {
      method: 'POST',
      body: JSON.stringify({ slug: 'earnest', name: 'In earnest' }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    const { workspace } = (await made.json()) as any; // The answer follows the contract.
    for (const method of ['GET', 'DELETE'])
      expect((await ask('/v1/demo', { method }, workspace.id)).status).toBe(404);
    expect((await ask(`/v1/workspaces/${workspace.id}?confirm=earnest`, { method: 'DELETE' })).status).toBe(
      204,
    );
  });

  it(
    'counts what arrives twice and tells nothing of the future, over a restart too',
    async () => {
      await flip('duplicates', true);
      await sleep(6_000);
      await stop();
      const first = await inStore(whatStands);
      expect(first.repeated).toBeGreaterThan(0);
      expect(first.future).toBe(0);
      expect(first.receivedEarly).toBe(0);
      await start();
      await filled();
      await sleep(1_000);
      await stop();
      const second = await inStore(whatStands);
      expect(second.ended.filter(({ id }) => first.ended.some((one) => one.id === id))).toEqual(first.ended);
      expect(second).toMatchObject({ twice: 0, future: 0, receivedEarly: 0 });
      expect(second.shipments).toBeGreaterThanOrEqual(first.shipments);
      expect(second.shipments).toBeLessThan(first.shipments * 1.1);
      expect(second.people).toBe(8);
    },
    3 * patienceMs,
  );

  it(
    'goes in one step with all that it left, and does not come back',
    async () => {
      await start();
      // In the middle of whatever it does when it starts.
      const removal = await ask('/v1/demo', { method: 'DELETE' });
      expect([removal.status, await removal.json()]).toEqual([200, { next: 'first_run' }]);
      expect(await read('/v1/first-run')).toMatchObject({ isNeeded: true });
      expect((await read('/v1/workspaces')).workspaces).toMatchObject([{ slug: 'main', isDemo: false }]);
      expect((await ask('/v1/demo', { method: 'DELETE' })).status).toBe(404);
      await sleep(1_500);
      await stop();
      expect(await inStore((database) => rowsOf(database, workspaces))).toEqual([]);
      await start();
      expect((await read('/v1/workspaces')).workspaces).toMatchObject([{ slug: 'main' }]);
      await stop();
    },
    2 * patienceMs,
  );
});

interface Standing {
  shipments: number;
  /** Numbers that two shipments of a workspace have. */
  twice: number;
  /** Messages that came more than once. */
  repeated: number;
  /** Events later than now. */
  future: number;
  /** Events received well before they happened. */
  receivedEarly: number;
  people: number;
  /** Shipments whose story ended three days ago, with the number of their events. */
  ended: { id: string; events: number }[];
}

async function whatStands(database: Database): Promise<Standing> {
  const count = async (sql: string): Promise<number> => {
    const [row] = await database.query<{ count: number }>(`select count(*)::int as count from ${sql}`);
    return row?.count ?? -1;
  };
  return {
    shipments: await count('shipment'),
    twice: await count(
      '(select 1 from shipment group by workspace_id, carrier, tracking_number having count(*) > 1) as twice',
    ),
    repeated: await count('raw_digest where seen > 1'),
    future: await count('tracking_event where occurred_at > now()'),
    receivedEarly: await count(`tracking_event where occurred_at > received_at + interval '2 minutes'`),
    people: await count('person'),
    ended: await database.query(
      `select s.id, count(e.*)::int as events from shipment s join leg l on l.shipment_id = s.id join tracking_event e on e.leg_id = l.id
       where s.delivered_at < now() - interval '3 days' group by s.id order by s.id`,
    ),
  };
}

/** Tables that still hold a row of these workspaces or of their people. */
async function rowsOf(database: Database, workspaces: readonly { id: string }[]): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(15);
  const ids = workspaces.map(({ id }) => id);
  const left: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query(`select 1 from ${name} where workspace_id = any($1::uuid[]) limit 1`, [
      ids,
    ]);
    if (rows.length > 0) left.push(name);
  }
  for (const name of ['person', 'credential', 'session', 'raw_digest', 'leg', 'inbox']) {
    if ((await database.query(`select 1 from ${name} limit 1`)).length > 0) left.push(name);
  }
  return left;
}
