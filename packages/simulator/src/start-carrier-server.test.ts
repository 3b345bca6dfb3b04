import { afterEach, describe, expect, it } from 'vitest';
import { faultRatePresets } from './faults/fault-rates.ts';
import { dayMs } from './journeys/local-time.ts';
import { type CarrierServer, startCarrierServer } from './start-carrier-server.ts';
import { toyCredentials, toyDialect } from './testing/toy-dialect.ts';
import { World } from './world/world.ts';

const from = Date.UTC(2026, 1, 2);
const end = from + 90 * dayMs;

const opened: CarrierServer[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

async function start() {
  const dialects = [toyDialect('one'), toyDialect('two')];
  const world = new World({
    carriers: dialects.map((dialect) => ({
      seed: 1,
      dialect,
      credentials: toyCredentials,
      parcels: 5,
      faultRates: faultRatePresets.none,
      from,
      to: from + dayMs,
      callsPerSecondMax: 3,
    })),
    now: () => end,
    realNow: () => 0,
  });
  while (world.takeNext(end));
  const server = await startCarrierServer({
    dialects,
    worldOf: (carrier) => world.carrierWorld(carrier),
    port: 0,
  });
  opened.push(server);
  const ask = (carrier: string, number: string, key = toyCredentials.apiKey) =>
    fetch(`${server.baseUrls[carrier]}/parcels/${number}`, { headers: { 'x-api-key': key } });
  const numberOf = (carrier: string) => world.feed(carrier).plan.plan(0).parcel.trackingNumber;
  return { world, server, ask, numberOf };
}

describe('the carrier server', () => {
  it('answers each carrier under its own path only', async () => {
    const { world, ask, numberOf, server } = await start();
    const answer = await ask('one', numberOf('one'));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      number: numberOf('one'),
      reported: world.carrierWorld('one').reportedEvents(numberOf('one')),
    });
    expect((await ask('two', numberOf('one'))).status).toBe(404);
    expect(server.baseUrls.two).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/two$/);
    expect((await fetch(server.baseUrls.one?.replace(/one$/, 'three') ?? '')).status).toBe(404);
  });

  it('requires the credentials of the account', async () => {
    const { ask, numberOf } = await start();
    expect((await ask('one', numberOf('one'), 'wrong')).status).toBe(401);
  });

  it('counts calls per carrier', async () => {
    const { ask, numberOf } = await start();
    const statuses: number[] = [];
    for (let call = 0; call < 4; call++) statuses.push((await ask('one', numberOf('one'))).status);
    statuses.push((await ask('two', numberOf('two'))).status);
    expect(statuses).toEqual([200, 200, 200, 429, 200]);
  });

  it('answers with a server error while the outage fault is on', async () => {
    const { world, ask, numberOf } = await start();
    world.setFaults('one', { outage: true });
    expect((await ask('one', numberOf('one'))).status).toBe(503);
    world.setFaults('one', { outage: false });
    expect((await ask('one', numberOf('one'))).status).toBe(200);
  });
});
