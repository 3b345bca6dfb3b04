import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { addWorkspace } from '../people/store/workspaces.ts';
import { Receiver } from './receive.ts';

forEachEngine((_engine, database) => {
  const workspaceId = v7();
  const accountId = v7();
  beforeAll(() => addWorkspace(database(), { id: workspaceId, slug: 'gathering', name: 'Gathering' }));

  it('keeps messages that arrive together in one insert', async () => {
    const inserts: number[] = [];
    const limits = { waitingMax: 100, batchMax: 100, writersMax: 1, gatherMs: 1_000, inboxMax: 1_000 };
    const receiver = new Receiver(database(), limits, {
      newId: () => v7(),
      now: () => Date.now(),
      onReceived: (messages) => inserts.push(messages.length),
    });
    const send = (text: string) =>
      receiver.receive({
        workspaceId,
        accountId,
        carrier: 'toy',
        kind: 'webhook',
        contentType: 'application/json',
        headers: {},
        askedFor: null,
        body: Buffer.from(text),
      });
    // The first one starts a write; the next two wait for it.
    await Promise.all([send('a'), send('b'), send('c')]);
    const fourth = send('d');
    // An insert of its own would be done after these round trips.
    for (let round = 0; round < 5; round++) await database().query('select 1');
    await Promise.all([fourth, send('e')]);
    expect(inserts).toEqual([1, 2, 2]);
    await receiver.drain();
  });
});
