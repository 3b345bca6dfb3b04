import { beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { makeToyWorld, type ToyWorld } from '../../../testing/toy-world.ts';
import { dismissEntries, listReviewEntries, listReviewGroups, replayEntries } from './review.ts';

forEachEngine((_engine, database) => {
  let toy: ToyWorld;
  beforeAll(async () => {
    toy = await makeToyWorld(database());
  });
  const entriesOf = (cause: string) => listReviewEntries(database(), toy.workspaceId, { cause }, 100);
  const waiting = () => database().query('select 1 from inbox where workspace_id = $1', [toy.workspaceId]);
  const puzzle = async (code: string, numbers: readonly string[]): Promise<void> => {
    for (const number of numbers) await toy.sendEvent(number, code, '2026-03-01T10:00:00Z');
    await toy.processInbox();
  };

  describe('a replay', () => {
    it('queues each message once, however many of its entries are closed', async () => {
      await puzzle('TWICE', ['TOY1A']);
      await database().query(
        `insert into review_entry (workspace_id, account_id, carrier, kind, cause, detail, pointer, raw_message_id, received_at)
         select workspace_id, account_id, carrier, kind, cause, 'again', pointer, raw_message_id, received_at
         from review_entry where workspace_id = $1 and cause = 'TWICE'`,
        [toy.workspaceId],
      );
      const group = { carrier: 'toy', kind: 'unknown_code', cause: 'TWICE' };
      expect(await replayEntries(database(), toy.workspaceId, { group })).toEqual({
        entries: 2,
        messages: 1,
      });
      expect(await waiting()).toHaveLength(1);
      expect(await entriesOf('TWICE')).toEqual([]);
      expect(await replayEntries(database(), toy.workspaceId, { group })).toEqual({
        entries: 0,
        messages: 0,
      });
      await toy.processInbox();
      // The entry is new, because the code is still not mapped.
      expect(await entriesOf('TWICE')).toHaveLength(1);
    });

    it('leaves entries open when retention has dropped their message', async () => {
      await puzzle('GONE', ['TOY1B']);
      await database().query(
        `delete from raw_message where id in (select raw_message_id from review_entry where cause = 'GONE')`,
      );
      const ids = (await entriesOf('GONE')).map((entry) => entry.id);
      expect(await replayEntries(database(), toy.workspaceId, { ids })).toEqual({ entries: 0, messages: 0 });
      expect(await entriesOf('GONE')).toHaveLength(1);
    });
  });

  it('is grouped by cause, the largest group first, without dismissed entries', async () => {
    await puzzle('MANY', ['TOY1C', 'TOY1D', 'TOY1E', 'TOY1F']);
    await puzzle('FEW', ['TOY1G']);
    const [first] = await entriesOf('MANY');
    expect(await dismissEntries(database(), toy.workspaceId, { ids: [first?.id ?? 0] })).toBe(1);
    const groups = await listReviewGroups(database(), toy.workspaceId);
    const own = groups.filter(({ cause }) => cause === 'MANY' || cause === 'FEW');
    expect(own).toMatchObject([
      { cause: 'MANY', count: 3 },
      { cause: 'FEW', count: 1 },
    ]);
    expect(own[0]?.sampleIds).toHaveLength(3);
  });
});
