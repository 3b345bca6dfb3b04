import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { makeHttpWorld } from '../../testing/http/http-world.ts';
import type { Database } from '../database/database.ts';

/** A database that withholds the answers to one kind of query until it is released. */
function slowAt(database: Database, wanted: string) {
  const asked = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const query: Database['query'] = async (sql, values, name) => {
    if (!sql.includes(wanted)) return database.query(sql, values, name);
    asked.resolve();
    await goOn.promise;
    try {
      return await database.query(sql, values, name);
    } finally {
      answered.resolve();
    }
  };
  return { database: { ...database, query }, asked, goOn, answered };
}

forEachEngine((_engine, database) => {
  describe('a client that disconnected before the response started', () => {
    it.each([
      ['the live line of a recipient’s page', (id: string) => `/t/${id}/live`, 's.sequence\n'],
      ['the live stream', () => '/v1/stream', 'from outbox'],
      ['the followed record', () => '/v1/events?follow=true', 'from tracking_event'],
    ])('leaves no subscription at %s', async (_what, pathOf, wanted) => {
      const { trackingId } = (
        await (
          await makeHttpWorld(database())
        ).ask('POST', '/v1/shipments', {
          body: { carrier: 'toy', trackingNumber: `TOY1${Date.now()}` },
        })
      ).json();
      const { database: slow, asked, goOn, answered } = slowAt(database(), wanted);
      const world = await makeHttpWorld(slow);
      const url = await world.listen();
      const leave = new AbortController();
      const headers = { authorization: `Bearer ${world.key}` };
      const left = fetch(url + pathOf(trackingId), { headers, signal: leave.signal }).catch(() => undefined);
      await asked.promise;
      leave.abort();
      await left;
      const connections = promisify(world.app.server.getConnections.bind(world.app.server));
      await vi.waitFor(async () => expect(await connections()).toBe(0));
      goOn.resolve();
      await answered.promise;
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
      await vi.waitFor(() => expect(world.live.listenerCount).toBe(0));
      await world.app.close();
    });
  });
});
