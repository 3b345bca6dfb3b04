import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { addPerson, type Person } from './people.ts';
import { sampleEvents, sampleShipments, shipmentCount } from './sample-shipments.ts';
import { makeServer, type ServerProcess } from './server-process.ts';
import { type Account, openShop, type Shop, shopOf } from './shop.ts';
import { until } from './until.ts';

/** A running product of a small shop: an admin, shipments, and a carrier with events. */
export interface World {
  server: ServerProcess;
  shop: Shop;
  admin: Person;
  dispose(): Promise<void>;
}

/** Stored beside the data of a world. */
interface Memory {
  account: Account;
  admin: Person;
}

/**
 * A separate world. The first of a run is created through API and hooks; the others start with a copy of its
 * data, which takes a tenth of the time. Changes in one world do not affect another.
 */
export async function openWorld(): Promise<World> {
  const made = inject('worldFolder');
  if (!existsSync(made)) await makeWorld(made);
  // makeWorld writes this file.
  const { account, admin } = JSON.parse(readFileSync(join(made, 'memory.json'), 'utf8')) as Memory;
  const server = await makeServer({ dataFrom: join(made, 'data') });
  await server.start();
  return { server, shop: shopOf(server, account), admin, dispose: () => server.dispose() };
}

async function makeWorld(made: string): Promise<void> {
  const server = await makeServer();
  await server.start();
  const shop = await openShop(server);
  const admin = await addPerson(shop, 'Ada Admin', 'admin');
  const body = { shipments: sampleShipments() };
  const registered = await shop.api('/v1/shipments/batch', { method: 'POST', body });
  const result = await registered.text();
  if (!result.includes(`"created":${shipmentCount}`)) throw new Error(`Not all were registered: ${result}`);
  const events = sampleEvents(Date.now());
  for (const event of events) await shop.push(event);
  await until('every event is in the record', async () => {
    const lines = await (await shop.api('/v1/events')).text();
    return lines.trim().split('\n').length >= events.length;
  });
  await server.stop();
  const making = `${made}.making`;
  cpSync(server.dataFolder, join(making, 'data'), { recursive: true });
  await server.dispose();
  const memory: Memory = { account: shop.account, admin };
  writeFileSync(join(making, 'memory.json'), JSON.stringify(memory));
  // Renamed when complete, so that other tests never see a partial world.
  renameSync(making, made);
}
