import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { numberOf, startCarrierLoad } from './harness/carrier-load.ts';
import { databaseForTest } from './harness/postgres.ts';
import { recordedAtLast, wholeRecord } from './harness/record.ts';
import { makeServer, type ServerProcess } from './harness/server-process.ts';
import { openShop, type Shop } from './harness/shop.ts';

/**
 * The promise under test: what was answered with a 2xx is in the record, once, whatever happens to the process.
 *
 * The server is killed at random moments while eight connections push; each push is repeated until it is taken, so an answer that was lost with the
 * process leads to a repetition, which must not double anything.
 */
const crashes = 20;
const stories = 2_000;

describe('kill -9 under load', () => {
  describe('on PGlite', () => crashing(async () => undefined));
  const hasPostgres = inject('postgres') !== null;
  describe('on PostgreSQL', () => {
    if (!hasPostgres) it.skip('skipped: no PostgreSQL on this machine', () => undefined);
    else crashing(databaseForTest);
  });
});

interface Disposable {
  url: string;
  drop(): Promise<void>;
}

function crashing(makeDatabase: () => Promise<Disposable | null | undefined>): void {
  let database: Disposable | null | undefined;
  let server: ServerProcess;
  let shop: Shop;
  beforeAll(async () => {
    database = await makeDatabase();
    server = await makeServer(database ? { databaseUrl: database.url } : {});
    await server.start();
    shop = await openShop(server);
    await registerStories(shop);
  });
  afterAll(async () => {
    await server.dispose();
    await database?.drop();
  });

  it(`loses nothing acknowledged and doubles nothing over ${crashes} crashes`, {
    timeout: 300_000,
  }, async () => {
    const load = startCarrierLoad(shop, stories, 8);
    let random = 42;
    for (let crash = 0; crash < crashes; crash++) {
      random = (random * 1_103_515_245 + 12_345) % 2 ** 31;
      await sleep(100 + (random % 500));
      await server.kill();
      await server.start();
    }
    await load.finish();
    expect(load.accepted.size).toBeGreaterThan(crashes * 20);
    const recorded = await recordedAtLast(shop, load.accepted.size);
    const counts = new Map<string, number>();
    for (const key of recorded) counts.set(key, (counts.get(key) ?? 0) + 1);
    expect(
      [...load.accepted.keys()].filter((key) => !counts.has(key)),
      'acknowledged and lost',
    ).toEqual([]);
    expect(
      [...counts].filter(([, count]) => count > 1),
      'doubled',
    ).toEqual([]);
    expect(
      [...load.refusals.keys()].filter((status) => status !== 503),
      'refused',
    ).toEqual([]);
  });

  it('shows for every shipment what its events say', { timeout: 60_000 }, async () => {
    const newest = new Map<string, { localTime: string; milestone: string }>();
    for (const event of await wholeRecord(shop)) {
      const held = newest.get(event.trackingNumber);
      if (!held || event.localTime > held.localTime) newest.set(event.trackingNumber, event);
    }
    const shown = await allShipments(shop);
    const wrong = [...newest].filter(([number, event]) => shown.get(number) !== event.milestone);
    expect(wrong).toEqual([]);
  });
}

async function registerStories(shop: Shop): Promise<void> {
  for (let from = 0; from < stories; from += 1_000) {
    const shipments = Array.from({ length: 1_000 }, (_, index) => ({
      carrier: 'generic',
      trackingNumber: numberOf(from + index),
    }));
    const answer = await shop.api('/v1/shipments/batch', { method: 'POST', body: { shipments } });
    expect(answer.status, await answer.text()).toBe(200);
  }
}

async function allShipments(shop: Shop): Promise<Map<string, string>> {
  const shown = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const answer: Response = await shop.api(
      `/v1/shipments?limit=200&sort=createdAt${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    // The route's schema is the contract's shipmentPage.
    const page = (await answer.json()) as {
      shipments: { trackingNumber: string; milestone: string }[];
      nextCursor: string | null;
    };
    for (const { trackingNumber, milestone } of page.shipments) shown.set(trackingNumber, milestone);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return shown;
}
