import { beforeAll, expect, it, vi } from 'vitest';
import type { Database, Queries } from '../../../platform/database/index.ts';
import { takeTurn } from '../../../platform/database/take-turn.ts';
import { forEachEngine } from '../../../testing/engines.ts';
import { makeToyWorld, type ToyWorld } from '../../../testing/toy-world.ts';
import { removeWorkspace } from '../../people/store/workspaces.ts';
import type { BatchOutcome } from '../pipeline/run-batch.ts';
import { Worker } from './worker.ts';

type Failing = (sql: string, values: readonly unknown[]) => boolean;

forEachEngine((engine, database) => {
  let world: ToyWorld;
  beforeAll(async () => {
    world = await makeToyWorld(database());
  });

  /** Runs workers until nothing in the inbox is due, on a database that fails on demand. */
  const run = async (count: number, attemptsMax: number, failing: Failing): Promise<number> => {
    let failures = 0;
    const faulty = withFaults(database(), failing);
    const options = {
      isOnlyWorker: count === 1,
      batchMax: 10,
      gatherMs: 0,
      idleMs: 20,
      attemptsMax,
      onBatch: () => undefined,
      onFailure: () => (failures += 1),
    };
    const workers = Array.from({ length: count }, () => new Worker(faulty, options, world.tools));
    for (const worker of workers) worker.start();
    await vi.waitUntil(async () => !(await isBusy(database())), { timeout: 25_000, interval: 20 });
    for (const worker of workers) await worker.stop();
    return failures;
  };
  const milestones = (prefix: string) =>
    database().query<{ number: string; milestone: string }>(
      'select tracking_number as number, milestone from shipment where tracking_number like $1 order by tracking_number',
      [`${prefix}%`],
    );
  const sendFirstScans = async (numbers: readonly string[]): Promise<void> => {
    for (const number of numbers) {
      await world.register(number);
      await world.sendEvent(number, 'in_transit.accepted', '2026-03-01T10:00:00Z');
    }
  };

  it('sets a message aside that fails on its own and loses none of the others', async () => {
    const numbers = ['F1', 'F2', 'F3', 'F4'];
    await sendFirstScans(numbers);
    const failures = await run(
      1,
      1,
      (sql, values) =>
        sql.includes('insert into tracking_event') &&
        holds(values, '"subStatus":"in_transit.accepted"') &&
        holds(values, '"trackingNumber":"F3"'),
    );
    expect(failures).toBeGreaterThan(0);
    expect(await milestones('F')).toEqual([
      { number: 'F1', milestone: 'in_transit' },
      { number: 'F2', milestone: 'in_transit' },
      { number: 'F3', milestone: 'pending' },
      { number: 'F4', milestone: 'in_transit' },
    ]);
    const [entry] = await database().query<{ kind: string; detail: string }>(
      'select kind, detail from review_entry order by id desc limit 1',
    );
    expect(entry).toEqual({ kind: 'internal', detail: 'a failure on demand' });
  });

  it('drops a message whose workspace was removed and processes the others', async () => {
    const gone = await makeToyWorld(database());
    await gone.register('H1');
    await removeWorkspace(database(), gone.workspaceId);
    await gone.sendEvent('H1', 'in_transit.accepted', '2026-03-01T10:00:00Z');
    await sendFirstScans(['H2']);
    expect(await run(1, 1, () => false)).toBe(0);
    expect(await milestones('H')).toEqual([{ number: 'H2', milestone: 'in_transit' }]);
  });

  it('drops a message whose raw form is gone and processes the others', async () => {
    await sendFirstScans(['K1']);
    await database().query('delete from raw_message where id in (select raw_message_id from inbox)');
    await sendFirstScans(['K2']);
    expect(await run(1, 1, () => false)).toBe(0);
    expect(await milestones('K')).toEqual([
      { number: 'K1', milestone: 'pending' },
      { number: 'K2', milestone: 'in_transit' },
    ]);
  });

  it('resumes when one of several batches claimed together fails', async () => {
    const numbers = Array.from({ length: 25 }, (_, index) => `L${String(index).padStart(2, '0')}`);
    await sendFirstScans(numbers);
    let writes = 0;
    const failures = await run(1, 5, (sql) => sql.includes('delete from inbox') && ++writes === 2);
    expect(failures).toBe(1);
    expect(new Set((await milestones('L')).map((row) => row.milestone))).toEqual(new Set(['in_transit']));
    const [counted] = await database().query<{ events: number }>(
      `select count(*)::int as events from tracking_event e join leg l on l.id = e.leg_id where l.tracking_number like 'L%'`,
    );
    expect(counted?.events).toBe(numbers.length);
  });

  /** A worker with a long gathering time, and the batches it processed. */
  const gathering = (gatherMs: number): { worker: Worker; batches: number[] } => {
    const batches: number[] = [];
    const options = {
      isOnlyWorker: true,
      batchMax: 10,
      gatherMs,
      idleMs: 20,
      attemptsMax: 1,
      onBatch: (outcome: BatchOutcome) => batches.push(outcome.messages),
      onFailure: () => undefined,
    };
    return { worker: new Worker(database(), options, world.tools), batches };
  };

  it('processes messages that follow a batch together', async () => {
    await sendFirstScans(['N1', 'N2']);
    for (const number of ['N3', 'N4']) await world.register(number);
    const { worker, batches } = gathering(1_000);
    worker.start();
    await vi.waitUntil(() => batches.length === 1);
    for (const number of ['N3', 'N4']) {
      await world.sendEvent(number, 'in_transit.accepted', '2026-03-01T10:00:00Z');
      worker.wake();
    }
    await vi.waitUntil(() => batches.length > 1, { timeout: 5_000 });
    await worker.stop();
    expect(batches).toEqual([2, 2]);
  });

  it('does not wait when more messages are due than a batch holds', async () => {
    await sendFirstScans(Array.from({ length: 20 }, (_, index) => `P${index}`));
    const { worker, batches } = gathering(600_000);
    worker.start();
    await vi.waitUntil(() => batches.length > 1, { timeout: 5_000 });
    await worker.stop();
    expect(batches).toEqual([10, 10]);
  });

  // The embedded database has one connection, so nothing can wait for another transaction there.
  if (engine === 'postgres')
    it('locks no account while it waits for its turn, and records the last message then', async () => {
      await database().query(
        `insert into account (id, workspace_id, connector, name, hook_token, settings_sealed) values ($1, $2, 'toy', 'Toy', 'token', '')`,
        [world.accountId, world.workspaceId],
      );
      await sendFirstScans(['M1']);
      const account = 'select last_received_at as "lastReceivedAt" from account where id = $1';
      let worked: Promise<number> | undefined;
      await database().transaction(async (queries) => {
        await takeTurn(queries, [world.workspaceId]);
        worked = run(1, 1, () => false);
        await vi.waitUntil(() => someoneWaitsForTurn(database()), { timeout: 5_000, interval: 20 });
        const sql = `${account} for no key update skip locked`;
        expect(await database().query(sql, [world.accountId])).toEqual([{ lastReceivedAt: null }]);
      });
      expect(await worked).toBe(0);
      expect(await database().query(account, [world.accountId])).toEqual([
        { lastReceivedAt: expect.any(Number) },
      ]);
    });

  it('resumes when a transaction fails in the middle', async () => {
    const numbers = ['G1', 'G2', 'G3'];
    await sendFirstScans(numbers);
    let left = 2;
    await run(2, 5, (sql) => sql.includes('delete from inbox') && left-- > 0);
    expect((await milestones('G')).map((row) => row.milestone)).toEqual([
      'in_transit',
      'in_transit',
      'in_transit',
    ]);
    const [counted] = await database().query<{ events: number }>(
      `select count(*)::int as events from tracking_event e join leg l on l.id = e.leg_id where l.tracking_number like 'G%'`,
    );
    expect(counted?.events).toBe(3);
  });
});

/** Event and outbox rows travel as JSON. */
function holds(values: readonly unknown[], text: string): boolean {
  return values.some((value) => String(value).includes(text));
}

async function someoneWaitsForTurn(database: Database): Promise<boolean> {
  const rows = await database.query(
    `select 1 from pg_locks where locktype = 'advisory' and not granted
     and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows.length > 0;
}

async function isBusy(database: Database): Promise<boolean> {
  const rows = await database.query('select 1 from inbox limit 1');
  return rows.length > 0;
}

function withFaults(database: Database, failing: Failing): Database {
  const wrap = (queries: Queries): Queries => ({
    query: (sql, values, name) => {
      if (failing(sql, values ?? [])) throw new Error('a failure on demand');
      return queries.query(sql, values, name);
    },
  });
  return {
    ...database,
    ...wrap(database),
    transaction: (work) => database.transaction((queries) => work(wrap(queries))),
  };
}
