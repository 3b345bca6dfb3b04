import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoFaultName } from '@milepost/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningServer, serve } from '../../cli/serve.ts';
import { readConfig } from '../../config.ts';
import { type Database, openPglite } from '../../platform/database/index.ts';

const shipments = 1_000;
const timeoutMs = 90_000;
const workspaceHeader = 'x-milepost-workspace';

/** Reads until the condition is met; fails with the last value. */
function until<T>(read: () => Promise<T>, isMet: (value: T) => boolean): Promise<T> {
  const readOnce = async (): Promise<T> => {
    const value = await read();
    if (!isMet(value))
      throw new Error(`The condition was not met in time. Last value: ${JSON.stringify(value)}`);
    return value;
  };
  return vi.waitFor(readOnce, { timeout: timeoutMs, interval: 200 });
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
  // biome-ignore lint/suspicious/noExplicitAny: the answers follow the contract, and each test reads only a part.
  const read = async (path: string, workspaceId?: string): Promise<any> =>
    (await ask(path, {}, workspaceId)).json();
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const setFault = async (name: DemoFaultName, isOn: boolean): Promise<any> =>
    (await ask('/v1/demo/faults', { method: 'POST', body: JSON.stringify({ name, isOn }) })).json();
  const filled = () =>
    until(
      () => read('/v1/demo'),
      ({ progress }) => progress.phase !== 'filling',
    );
  const simulatedNow = async (): Promise<number> => Date.parse((await read('/v1/demo')).clock.now);
  const processedMessages = async (): Promise<number> => {
    const metrics = await (await ask('/metrics')).text();
    return Number(/^milepost_messages_processed_total (\d+)/m.exec(metrics)?.[1]);
  };
  /** Reads the database of a stopped server. */
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
  }, 2 * timeoutMs);
  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('fills two workspaces with every carrier and with shipments at every stage', async () => {
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

  it('gives each brand its name, colour and logo', async () => {
    const brands = await Promise.all(workspaces.map(({ id }) => read('/v1/brand', id)));
    expect(brands.map(({ name, hasLogo }) => [name, hasLogo])).toEqual([
      ['Fjord & Fern', true],
      ['Kite & Lantern', true],
    ]);
    expect(new Set(brands.map(({ colour }) => colour)).size).toBe(2);
  });

  it('fills the hours of the feeds, and assesses them by the simulated clock', async () => {
    const { feeds } = await read('/v1/feeds');
    expect(feeds.map(({ state }: { state: string }) => state)).not.toContain('silent');
    for (const { carrier, events } of feeds) expect([carrier, events > 0]).toEqual([carrier, true]);
  });

  it('runs faster than the real clock, and not beyond the current time', async () => {
    const before = await read('/v1/demo');
    expect(before).toMatchObject({ isDemo: true, clock: { speed: 60 }, progress: { phase: 'catching_up' } });
    const startedAt = performance.now();
    const startNow = Date.parse(before.clock.now);
    const later = await until(
      async () => ({ askedAt: performance.now(), now: await simulatedNow() }),
      ({ now }) => now > startNow + 30_000,
    );
    // The server measures whole milliseconds.
    expect(later.now - startNow).toBeGreaterThanOrEqual(60 * (later.askedAt - startedAt - 1));
    expect(later.now).toBeLessThan(Date.now());
  });

  it(
    'simulates failing carrier APIs, and recovers from them',
    async () => {
      const failing = async (): Promise<number> =>
        (await read('/v1/feeds')).feeds.filter(({ state }: { state: string }) => state === 'failing').length;
      expect(await failing()).toBe(0);
      const { faults } = await setFault('outage', true);
      expect(faults.filter(({ isOn }: { isOn: boolean }) => isOn)).toMatchObject([{ name: 'outage' }]);
      await until(failing, (count) => count > 0);
      await setFault('outage', false);
      await until(failing, (count) => count === 0);
    },
    2 * timeoutMs,
  );

  it(
    'sends unreadable messages to one brand only',
    async () => {
      const unread = async (workspaceId?: string): Promise<number> =>
        (await read('/v1/review', workspaceId)).groups.filter(
          ({ kind }: { kind: string }) => kind !== 'unknown_code',
        ).length;
      const other = await unread(workspaces[1]?.id);
      const before = await unread();
      await setFault('garbage', true);
      await until(unread, (count) => count > before);
      await setFault('garbage', false);
      expect(
        (await read('/v1/demo', workspaces[1]?.id)).faults.some(({ isOn }: { isOn: boolean }) => isOn),
      ).toBe(false);
      expect(await unread(workspaces[1]?.id)).toBeLessThanOrEqual(other + 1);
      // At some hours of the day carriers push few messages.
    },
    2 * timeoutMs,
  );

  it('refuses an unknown switch, and does not exist for other workspaces', async () => {
    expect(
      (await ask('/v1/demo/faults', { method: 'POST', body: '{"name":"fire","isOn":true}' })).status,
    ).toBe(400);
    const made = await ask('/v1/workspaces', {
      method: 'POST',
      body: JSON.stringify({ slug: 'real', name: 'Real' }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    const { workspace } = (await made.json()) as any; // The answer follows the contract.
    for (const method of ['GET', 'DELETE'])
      expect((await ask('/v1/demo', { method }, workspace.id)).status).toBe(404);
    expect((await ask(`/v1/workspaces/${workspace.id}?confirm=real`, { method: 'DELETE' })).status).toBe(204);
  });

  it(
    'counts repeated messages and reports no future events, also after a restart',
    async () => {
      await setFault('duplicates', true);
      const processed = await processedMessages();
      await until(processedMessages, (count) => count >= processed + 20);
      await stop();
      const first = await inStore(readContents);
      expect(first.repeated).toBeGreaterThan(0);
      expect(first.future).toBe(0);
      expect(first.receivedEarly).toBe(0);
      await start();
      await filled();
      const restartedAt = await simulatedNow();
      await until(simulatedNow, (now) => now > restartedAt + 60_000);
      await stop();
      const second = await inStore(readContents);
      expect(second.ended.filter(({ id }) => first.ended.some((shipment) => shipment.id === id))).toEqual(
        first.ended,
      );
      expect(second).toMatchObject({ twice: 0, future: 0, receivedEarly: 0 });
      expect(second.shipments).toBeGreaterThanOrEqual(first.shipments);
      expect(second.shipments).toBeLessThan(first.shipments * 1.1);
      expect(second.people).toBe(8);
    },
    3 * timeoutMs,
  );

  it(
    'is removed completely in one step, and does not come back',
    async () => {
      await start();
      // While the demo is still starting.
      const removal = await ask('/v1/demo', { method: 'DELETE' });
      expect([removal.status, await removal.json()]).toEqual([200, { next: 'first_run' }]);
      expect(await read('/v1/first-run')).toMatchObject({ isNeeded: true });
      expect((await read('/v1/workspaces')).workspaces).toMatchObject([{ slug: 'main', isDemo: false }]);
      expect((await ask('/v1/demo', { method: 'DELETE' })).status).toBe(404);
      await stop();
      expect(await inStore((database) => rowsOf(database, workspaces))).toEqual([]);
      await start();
      expect((await read('/v1/workspaces')).workspaces).toMatchObject([{ slug: 'main' }]);
      await stop();
      expect(await inStore((database) => rowsOf(database, workspaces))).toEqual([]);
    },
    2 * timeoutMs,
  );
});

interface Contents {
  shipments: number;
  /** Tracking numbers used by two shipments of a workspace. */
  twice: number;
  /** Messages that were received more than once. */
  repeated: number;
  /** Events in the future. */
  future: number;
  /** Events received more than two minutes before they happened. */
  receivedEarly: number;
  people: number;
  /** Shipments delivered more than three days ago, with the number of their events. */
  ended: { id: string; events: number }[];
}

async function readContents(database: Database): Promise<Contents> {
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

/** Tables that still contain rows of these workspaces or of their people. */
async function rowsOf(database: Database, workspaces: readonly { id: string }[]): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(15);
  const ids = workspaces.map(({ id }) => id);
  const remaining: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query(`select 1 from ${name} where workspace_id = any($1::uuid[]) limit 1`, [
      ids,
    ]);
    if (rows.length > 0) remaining.push(name);
  }
  for (const name of ['person', 'credential', 'session', 'raw_digest', 'leg', 'inbox']) {
    if ((await database.query(`select 1 from ${name} limit 1`)).length > 0) remaining.push(name);
  }
  return remaining;
}
