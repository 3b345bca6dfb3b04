import { afterEach, beforeAll, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { makeToyWorld, type ToyWorld } from '../../../testing/toy-world.ts';
import type { OutboxItem } from '../outbox-item.ts';
import { changeIn } from '../outbox-item.ts';
import { changesAfter } from '../store/changes.ts';
import { type RunningLiveStream, startLiveStream } from './start-live-stream.ts';

forEachEngine((_engine, database) => {
  let world: ToyWorld;
  let stream: RunningLiveStream;
  let serial = 0;
  beforeAll(async () => {
    world = await makeToyWorld(database());
  });
  afterEach(() => stream.stop());

  const begin = (): OutboxItem[] => {
    const received: OutboxItem[] = [];
    stream = startLiveStream(database(), {
      idleMs: 60_000,
      onFailure: (error) => {
        throw error;
      },
    });
    stream.subscribe(world.workspaceId, (items) => received.push(...items));
    return received;
  };
  const settle = async (): Promise<void> => {
    stream.wake();
    await stream.stop();
  };

  it('delivers every change after the subscription in order, each once', async () => {
    await world.register(`L${++serial}`);
    const received = begin();
    await settle();
    const number = `L${++serial}`;
    await world.register(number);
    for (const [index, code] of [
      'in_transit.accepted',
      'out_for_delivery.with_driver',
      'delivered.handed_over',
    ].entries()) {
      await world.sendEvent(number, code, `2026-03-0${index + 1}T10:00:00Z`);
      await world.processInbox();
      stream.wake();
    }
    await settle();
    expect(received.map((item) => [changeIn(item).trackingNumber, changeIn(item).subStatus])).toEqual([
      [number, 'pending.registered'],
      [number, 'in_transit.accepted'],
      [number, 'out_for_delivery.with_driver'],
      [number, 'delivered.handed_over'],
    ]);
  });

  it('delivers no change of another workspace', async () => {
    const received = begin();
    const other = await makeToyWorld(database());
    await settle();
    await other.register(`L${++serial}`);
    await settle();
    expect(received).toEqual([]);
  });

  it('continues without a gap after what a reader fetched by cursor', async () => {
    const number = `L${++serial}`;
    await world.register(number);
    const received = begin();
    await settle();
    await world.sendEvent(number, 'in_transit.accepted', '2026-03-01T10:00:00Z');
    await world.processInbox();
    await settle();
    const all = await changesAfter(database(), world.workspaceId, 0, 10_000);
    const backlog = all.filter((item) => item.position < (received[0]?.position ?? 0));
    expect([...backlog, ...received].map((item) => item.position)).toEqual(all.map((item) => item.position));
  });
});
