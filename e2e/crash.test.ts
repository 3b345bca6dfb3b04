/**
 * A message that was answered with a 2xx is in the record exactly once, whatever happens to the process.
 *
 * The server is killed at random moments while eight connections push. Each push is repeated until it is
 * accepted, so an answer that was lost with the process leads to a repetition, which must not be recorded
 * twice.
 */

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type CarrierLoad, numberOf, startCarrierLoad } from './harness/carrier-load.ts';
import { databaseForTest } from './harness/postgres.ts';
import { readRecord, waitForRecord } from './harness/record.ts';
import { makeServer, type ServerProcess } from './harness/server-process.ts';
import { openShop, type Shop } from './harness/shop.ts';

const crashes = 20;
const parcels = 2_000;

describe('kill -9 under load', () => {
  const engines = {
    PGlite: crashingServer(async () => undefined),
    PostgreSQL: crashingServer(databaseForTest),
  };
  const isHere = { PGlite: true, PostgreSQL: inject('postgres') !== null };
  // Both engines crash in parallel, each in its own processes, because most of the time is spent waiting for
  // a start.
  beforeAll(async () => {
    const here = (['PGlite', 'PostgreSQL'] as const).filter((engine) => isHere[engine]);
    await Promise.all(here.map((engine) => engines[engine].crash()));
  }, 300_000);
  afterAll(() => Promise.all(Object.values(engines).map((crashing) => crashing.dispose())));

  describe.each(['PGlite', 'PostgreSQL'] as const)('on %s', (engine) => {
    if (!isHere[engine]) {
      it.skip('skipped: no PostgreSQL on this machine', () => undefined);
      return;
    }
    const crashing = engines[engine];

    it(`loses no acknowledged event and records none twice over ${crashes} crashes`, async () => {
      const { shop, load } = crashing.state();
      expect(load.accepted.size).toBeGreaterThan(crashes * 20);
      const recorded = await waitForRecord(shop, load.accepted.size);
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

    it('shows the milestone of the newest event for every shipment', async () => {
      const { shop } = crashing.state();
      const newest = new Map<string, { localTime: string; milestone: string }>();
      for (const event of await readRecord(shop)) {
        const held = newest.get(event.trackingNumber);
        if (!held || event.localTime > held.localTime) newest.set(event.trackingNumber, event);
      }
      const shown = await allShipments(shop);
      const wrong = [...newest].filter(([number, event]) => shown.get(number) !== event.milestone);
      expect(newest.size).toBeGreaterThan(crashes);
      expect(wrong).toEqual([]);
    });
  });
});

interface Disposable {
  url: string;
  drop(): Promise<void>;
}

/** A server that is killed repeatedly while it receives pushes. */
function crashingServer(makeDatabase: () => Promise<Disposable | null | undefined>) {
  let database: Disposable | null | undefined;
  let server: ServerProcess | undefined;
  let state: { shop: Shop; load: CarrierLoad } | undefined;
  return {
    async crash(): Promise<void> {
      database = await makeDatabase();
      server = await makeServer(database ? { databaseUrl: database.url } : {});
      await server.start();
      const shop = await openShop(server);
      await registerParcels(shop);
      // A process that exits normally leaves Node's compile cache to the next ones; a killed one does not.
      await server.stop();
      await server.start();
      const load = startCarrierLoad(shop, parcels, 8);
      state = { shop, load };
      let random = 42;
      for (let crash = 0; crash < crashes; crash++) {
        random = (random * 1_103_515_245 + 12_345) % 2 ** 31;
        await load.acceptedMore(20 + (random % 150));
        await server.kill();
        await server.start();
      }
      await load.finish();
    },
    state() {
      if (state === undefined) throw new Error('The crashes have not run yet.');
      return state;
    },
    async dispose(): Promise<void> {
      await server?.dispose();
      await database?.drop();
    },
  };
}

async function registerParcels(shop: Shop): Promise<void> {
  for (let from = 0; from < parcels; from += 1_000) {
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
