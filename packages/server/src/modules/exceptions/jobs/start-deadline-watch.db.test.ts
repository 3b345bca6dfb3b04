import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/database/index.ts';
import { forEachEngine } from '../../../testing/engines.ts';
import { makeToyWorld, type ToyWorld } from '../../../testing/toy-world.ts';
import { askDueRules, startDeadlineWatch } from './start-deadline-watch.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 2, 2, 10);

forEachEngine((_engine, database) => {
  let world: ToyWorld;
  let now = start;
  let serial = 0;
  beforeAll(async () => {
    world = await makeToyWorld(database(), () => now);
  });

  const look = async (): Promise<number> => {
    let opened = 0;
    const tools = { ...world.tools, onOpened: (count: number) => (opened += count) };
    while ((await database().transaction((queries) => askDueRules(queries, tools))) > 0);
    return opened;
  };
  const standing = (number: string) => standingOf(database(), number);

  it('opens an exception when it is due, not earlier, and once', async () => {
    const number = `D${++serial}`;
    now = start;
    await world.register(number);
    now = start + 48 * hour - 1;
    expect(await look()).toBe(0);
    now = start + 48 * hour;
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    expect(await standing(number)).toMatchObject({
      hasException: true,
      alerts: ['no_first_scan'],
      open: 1,
      milestone: 'pending',
    });
    const [change] = await database().query<{ type: string }>(
      `select type from outbox where payload::json->>'trackingNumber' = $1 order by position desc limit 1`,
      [number],
    );
    expect(change?.type).toBe('exception.opened');
  });

  it('resolves the exception at the first scan', async () => {
    const number = `D${++serial}`;
    now = start;
    await world.register(number);
    now = start + 49 * hour;
    await look();
    await world.sendEvent(number, 'in_transit.accepted', new Date(now).toISOString());
    await world.processInbox();
    expect(await standing(number)).toMatchObject({
      hasException: false,
      alerts: [],
      open: 0,
      milestone: 'in_transit',
    });
  });

  it('keeps the exception when only label data arrives', async () => {
    const number = `D${++serial}`;
    now = start;
    await world.register(number);
    now = start + 49 * hour;
    await look();
    await world.sendEvent(number, 'info_received.label_created', new Date(start - hour).toISOString());
    await world.processInbox();
    expect(await standing(number)).toMatchObject({
      hasException: true,
      alerts: ['no_first_scan'],
      milestone: 'info_received',
    });
  });

  it('keeps no deadline for a parcel that was scanned in time', async () => {
    const number = `D${++serial}`;
    now = start;
    await world.register(number);
    await world.sendEvent(number, 'in_transit.accepted', new Date(start + hour).toISOString());
    await world.processInbox();
    now = start + 100 * hour;
    await look();
    expect(await standing(number)).toMatchObject({ hasException: false, open: 0 });
  });

  it('waits for further messages when an old label is reported late', async () => {
    const silent = `D${++serial}`;
    const scanned = `D${++serial}`;
    now = start;
    await world.register(silent);
    await world.register(scanned);
    now = start + 40 * hour;
    const label = new Date(start - 24 * hour).toISOString();
    await world.sendEvent(silent, 'info_received.label_created', label);
    await world.sendEvent(scanned, 'info_received.label_created', label);
    await world.processInbox();
    now += 30_000 - 1;
    expect(await look()).toBe(0);
    await world.sendEvent(scanned, 'in_transit.accepted', new Date(start).toISOString());
    await world.processInbox();
    now += 1;
    expect(await look()).toBe(1);
    expect(await standing(silent)).toMatchObject({ hasException: true, open: 1 });
    expect(await standing(scanned)).toMatchObject({ hasException: false, open: 0 });
  });

  it('wakes by itself at the next deadline', async () => {
    const number = `D${++serial}`;
    now = Date.now() - 48 * hour + 300;
    await world.register(number);
    const opened = new Promise<number>((resolve) => {
      const watch = startDeadlineWatch(database(), {
        ...world.tools,
        now: () => Date.now(),
        onOpened: (count) => {
          if (count > 0) void watch.stop().then(() => resolve(count));
        },
        onFailure: (error) => {
          throw error;
        },
      });
    });
    expect(await opened).toBeGreaterThan(0);
    expect(await standing(number)).toMatchObject({ hasException: true });
  });
});

interface Standing {
  hasException: boolean;
  alerts: string[];
  milestone: string;
  open: number;
}

async function standingOf(database: Database, number: string): Promise<Standing | undefined> {
  const [row] = await database.query<Standing>(
    `select has_exception as "hasException", open_exceptions as alerts, milestone,
            (select count(*)::int from delivery_exception x where x.shipment_id = s.id and x.resolved_at is null) as open
     from shipment s where tracking_number = $1`,
    [number],
  );
  return row;
}
