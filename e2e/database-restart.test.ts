/**
 * The database restarts under load, gracefully and by force. Senders get a 503 and retry, and no acknowledged
 * event is lost.
 */

import {
  findPostgres,
  type PostgresServer,
  restartPostgres,
  startPostgres,
  stopPostgres,
} from '@milepost/server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberOf, startCarrierLoad } from './harness/carrier-load.ts';
import { waitForRecord } from './harness/record.ts';
import { makeServer, type ServerProcess } from './harness/server-process.ts';
import { openShop, type Shop } from './harness/shop.ts';

const installation = await findPostgres();
const parcels = 1_000;

describe.skipIf(installation === undefined)('the database restarted under load', () => {
  let postgres: PostgresServer;
  let server: ServerProcess;
  let shop: Shop;
  beforeAll(async () => {
    if (installation === undefined) return;
    postgres = await startPostgres(installation);
    server = await makeServer({ databaseUrl: postgres.url });
    await server.start();
    shop = await openShop(server);
    const shipments = Array.from({ length: parcels }, (_, parcel) => ({
      carrier: 'generic',
      trackingNumber: numberOf(parcel),
    }));
    await shop.api('/v1/shipments/batch', { method: 'POST', body: { shipments } });
  });
  afterAll(async () => {
    await server.dispose();
    await stopPostgres(postgres);
  });

  it('loses no event, records none twice, answers nothing worse than 503, and recovers by itself', {
    timeout: 120_000,
  }, async () => {
    const load = startCarrierLoad(shop, parcels, 8);
    for (let restart = 0; restart < 3; restart++) {
      await load.acceptedMore(100);
      await restartPostgres(postgres, restart % 2 === 0 ? 'fast' : 'immediate');
    }
    await load.acceptedMore(100);
    await load.finish();
    const keys = await waitForRecord(shop, load.accepted.size);
    expect(load.accepted.size).toBeGreaterThan(200);
    expect(
      [...load.accepted.keys()].filter((key) => !keys.includes(key)),
      'acknowledged and lost',
    ).toEqual([]);
    expect(keys.length, 'doubled').toBe(new Set(keys).size);
    expect(
      [...load.refusals.keys()].filter((status) => status !== 503),
      'refused with',
    ).toEqual([]);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
});
