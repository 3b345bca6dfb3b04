import { beforeAll, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { makeToyWorld, type ToyWorld } from '../../../testing/toy-world.ts';
import { type ExportFilter, exportPage } from './event-export.ts';

forEachEngine((_engine, database) => {
  let toy: ToyWorld;
  let filter: ExportFilter;
  beforeAll(async () => {
    toy = await makeToyWorld(database());
    filter = { workspaceId: toy.workspaceId, receivedFrom: null, receivedTo: null, milestone: null };
    await toy.register('TOY1KNOWN');
    for (let hour = 10; hour < 19; hour++) {
      await toy.sendEvent('TOY1KNOWN', 'in_transit.departed_facility', `2026-03-01T${hour}:00:00Z`);
    }
    await toy.sendEvent('TOY1KNOWN', 'delivered.handed_over', '2026-03-01T19:00:00Z');
    await toy.sendEvent('TOY1WAITS', 'delivered.handed_over', '2026-03-01T19:00:00Z');
    await toy.processInbox();
  });

  /** Times of the events of all pages, and the number of pages. */
  const readAll = async (
    wanted: ExportFilter,
    rowsMax: number,
  ): Promise<{ times: string[]; pages: number }> => {
    const times: string[] = [];
    let after = 0;
    for (let pages = 1; ; pages++) {
      const page = await exportPage(database(), wanted, after, rowsMax);
      times.push(...page.events.map((event) => event.fact.time.localTime));
      after = page.lastPosition;
      if (page.isLast) return { times, pages };
    }
  };

  it('returns every event once, whatever the size of the pages', async () => {
    const { times } = await readAll(filter, 1_000);
    expect(times).toHaveLength(11);
    for (const rowsMax of [1, 3, 11])
      expect((await readAll(filter, rowsMax)).times, `${rowsMax}`).toEqual(times);
  });

  it('bounds a page by the rows read, so that a rare milestone takes many pages', async () => {
    const { times, pages } = await readAll({ ...filter, milestone: 'delivered' }, 4);
    expect(times).toHaveLength(2);
    expect(pages).toBeGreaterThan(2);
  });

  it('names the shipment, or none when the number is not registered', async () => {
    const { events } = await exportPage(database(), { ...filter, milestone: 'delivered' }, 0, 100);
    expect(events.map((event) => [event.trackingNumber, event.shipmentId !== null]).toSorted()).toEqual([
      ['TOY1KNOWN', true],
      ['TOY1WAITS', false],
    ]);
  });

  it('returns events within the period of receipt, its end excluded', async () => {
    const [first] = (await exportPage(database(), filter, 0, 1)).events;
    const at = first?.receivedAt ?? 0;
    expect((await readAll({ ...filter, receivedFrom: at }, 100)).times).toHaveLength(11);
    expect((await readAll({ ...filter, receivedTo: at }, 100)).times).toEqual([]);
  });
});
