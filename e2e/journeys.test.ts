import {
  type Credentials,
  loadDialect,
  type SimulatedCarrier,
  type SimulatedParcel,
  type Simulation,
  startSimulation,
} from '@milepost/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followStream, type StreamFollower } from './harness/follow-stream.ts';
import { makeServer, type ServerProcess } from './harness/server-process.ts';
import { openShop, type Shop } from './harness/shop.ts';
import { until } from './harness/until.ts';

const hour = 3_600_000;
const day = 24 * hour;
const parcelsEach = 25;
/** Carriers that push, and the settings of their accounts on both sides. */
const secret = 'c2ltdWxhdGVkLXNlY3JldC1vZi0yNC1i';
const accounts: Readonly<Record<string, { settings: Credentials }>> = {
  fedex: { settings: { clientId: 'shop', clientSecret: secret, webhookSecret: secret } },
  ups: { settings: { clientId: 'shop', clientSecret: secret, webhookSecret: secret } },
  'dhl-unified': { settings: { apiKey: secret, webhookToken: secret } },
  generic: { settings: { webhookSecret: `whsec_${secret}` } },
};

/**
 * The whole pipeline: simulated carriers repeat, reorder, delay, drop and garble reports and send wrong
 * clocks. They push through the real hooks, signed by their own schemes. In the end the API must show the
 * observable state of every parcel, and the stream must have sent every change once.
 */
describe('carriers with heavy faults, from hook to API and stream', () => {
  let server: ServerProcess;
  let shop: Shop;
  let simulation: Simulation;
  let stream: StreamFollower;
  const parcels: SimulatedParcel[] = [];

  beforeAll(async () => {
    server = await makeServer({ environment: { MILEPOST_ALLOW_PRIVATE_ADDRESSES: 'true' } });
    await server.start();
    shop = await openShop(server);
    simulation = await startSimulation({
      seed: 11,
      carriers: await Promise.all(Object.keys(accounts).map(simulatedCarrier)),
      faultRates: 'heavy',
      labels: { from: Date.now() - 30 * day, to: Date.now() - 20 * day },
      clock: { startAt: Date.now() - 30 * day, speed: 100_000 },
    });
    parcels.push(...simulation.parcels());
    const hookUrls = await makeAccounts(shop, simulation.baseUrls);
    await registerAll(shop, parcels);
    stream = await followStream(server);
    simulation.start(hookUrls);
    await simulation.finished();
    await waitForLastEvent(shop, stream);
    await until(
      'every message is processed',
      async () => (await wrongMilestones(shop, simulation, parcels)).length === 0,
      30_000,
    ).catch(() => undefined);
  }, 120_000);
  afterAll(async () => {
    await stream.stop();
    await simulation.stop();
    await server.dispose();
  });

  it('shows the observable milestone of every parcel', async () => {
    expect(await wrongMilestones(shop, simulation, parcels)).toEqual([]);
  });

  it('sent every change on the stream once, in order of each shipment', () => {
    const sequences = Map.groupBy(stream.changes, (change) => change.shipmentId);
    for (const [id, changes] of sequences) {
      const numbers = changes.map((change) => change.sequence);
      expect(numbers, id).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
    }
    expect(stream.changes.length).toBeGreaterThan(parcels.length * 3);
  });

  it('put garbage and unknown codes into the review queue, not into the record', async () => {
    const { groups } = (await (await shop.api('/v1/review')).json()) as {
      groups: { kind: string; count: number }[];
    }; // The contract's reviewGroupList.
    expect(groups.filter((group) => group.kind === 'unknown_code').length).toBeGreaterThan(0);
    expect(groups.filter((group) => group.kind === 'internal')).toEqual([]);
  });
});

async function simulatedCarrier(name: string): Promise<SimulatedCarrier> {
  return {
    dialect: await loadDialect(name),
    credentials: accounts[name]?.settings ?? {},
    parcels: parcelsEach,
  };
}

async function makeAccounts(
  shop: Shop,
  baseUrls: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const hookUrls: Record<string, string> = {};
  for (const [carrier, { settings }] of Object.entries(accounts)) {
    const baseUrl = carrier === 'generic' ? {} : { baseUrl: baseUrls[carrier] ?? '' };
    const answer = await shop.api('/v1/carrier-accounts', {
      method: 'POST',
      body: { carrier, name: carrier, settings: { ...settings, ...baseUrl } },
    });
    const account = (await answer.json()) as { hookUrl: string }; // The contract's carrierAccount.
    hookUrls[carrier] = account.hookUrl;
  }
  return hookUrls;
}

async function registerAll(shop: Shop, parcels: readonly SimulatedParcel[]): Promise<void> {
  const shipments = parcels.map(({ carrier, trackingNumber, reference }) => ({
    carrier,
    trackingNumber,
    references: [reference],
  }));
  const answer = await shop.api('/v1/shipments/batch', { method: 'POST', body: { shipments } });
  expect(await answer.json()).toMatchObject({ created: parcels.length, refused: 0 });
}

/** Pushes one more event after everything else and waits until it is on the stream. */
async function waitForLastEvent(shop: Shop, stream: StreamFollower): Promise<void> {
  const trackingNumber = 'LASTOFALL1';
  await shop.api('/v1/shipments', { method: 'POST', body: { carrier: 'generic', trackingNumber } });
  await shop.push({ number: trackingNumber, status: 'delivered.signed', time: new Date().toISOString() });
  await until(
    'the last event is on the stream',
    async () =>
      stream.changes.some(
        (change) => change.trackingNumber === trackingNumber && change.milestone === 'delivered',
      ),
    60_000,
  );
}

async function wrongMilestones(
  shop: Shop,
  simulation: Simulation,
  parcels: readonly SimulatedParcel[],
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { carrier, trackingNumber } of parcels) {
    const answer = await shop.api(`/v1/track?number=${trackingNumber}`);
    // The route's schema is the contract's trackResult.
    const { shipments } = (await answer.json()) as { shipments: { shipment: { milestone: string } }[] };
    const { observable, kind } = simulation.truth(carrier, trackingNumber);
    const shown = shipments[0]?.shipment.milestone;
    if (shown !== observable.milestone)
      wrong.push(`${carrier} ${trackingNumber} (${kind}): ${shown}, should be ${observable.milestone}`);
  }
  return wrong;
}
