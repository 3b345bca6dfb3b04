import { madeUpEvents, madeUpShipments, shipmentCount } from './made-up-shipments.ts';
import { addPerson, type Person } from './people.ts';
import { makeServer, type ServerProcess } from './server-process.ts';
import { openShop, type Shop } from './shop.ts';
import { until } from './until.ts';

/** A running product in which a small shop works: people in every role, shipments, and a carrier that has told of them. */
export interface World {
  server: ServerProcess;
  shop: Shop;
  admin: Person;
  dispose(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const server = await makeServer();
  await server.start();
  const shop = await openShop(server);
  const admin = await addPerson(shop, 'Ada Admin', 'admin');
  const body = { shipments: madeUpShipments() };
  const registered = await shop.api('/v1/shipments/batch', { method: 'POST', body });
  const result = await registered.text();
  if (!result.includes(`"created":${shipmentCount}`)) throw new Error(`Not all were registered: ${result}`);
  const events = madeUpEvents(Date.now());
  for (const event of events) await shop.push(event);
  await until('every event is in the record', async () => {
    const lines = await (await shop.api('/v1/events')).text();
    return lines.trim().split('\n').length >= events.length;
  });
  return { server, shop, admin, dispose: () => server.dispose() };
}
