import { beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { outboxOf } from '../../../testing/outbox.ts';
import { makeToyWorld, type ToyWorld } from '../../../testing/toy-world.ts';

forEachEngine((_engine, database) => {
  let world: ToyWorld;
  beforeAll(async () => {
    world = await makeToyWorld(database());
  });

  /**
   * For each change with events: whether it is news, and which of its events is the newest line.
   */
  const published = async (number: string) => {
    const changes = await outboxOf(database(), number);
    return changes
      .filter(({ payload }) => payload.events.length > 0)
      .map(({ payload: { isNews, events } }) => [isNews, events.map(({ isNewest }) => isNewest ?? false)]);
  };
  const sendInTurn = async (number: string, events: readonly [string, string][]): Promise<void> => {
    await world.register(number);
    for (const [subStatus, at] of events) {
      await world.sendEvent(number, subStatus, at);
      await world.processInbox();
    }
  };

  describe('an event', () => {
    it('that changes the status is news, and the newest event', async () => {
      await sendInTurn('N1', [['in_transit.accepted', '2026-03-01T10:00:00Z']]);
      expect(await published('N1')).toEqual([[true, [true]]]);
    });

    it('that repeats the status later is no news, but the newest event', async () => {
      await sendInTurn('N2', [
        ['in_transit.arrived_facility', '2026-03-01T10:00:00Z'],
        ['in_transit.arrived_facility', '2026-03-01T14:00:00Z'],
      ]);
      expect(await published('N2')).toEqual([
        [true, [true]],
        [false, [true]],
      ]);
    });

    it('that arrives late is neither', async () => {
      await sendInTurn('N3', [
        ['out_for_delivery.with_driver', '2026-03-02T08:00:00Z'],
        ['in_transit.accepted', '2026-03-01T10:00:00Z'],
      ]);
      expect(await published('N3')).toEqual([
        [true, [true]],
        [false, [false]],
      ]);
    });
  });
});
