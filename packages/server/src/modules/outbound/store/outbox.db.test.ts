import { beforeAll, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { makeToyWorld, type ToyWorld } from '../../../testing/toy-world.ts';
import { changesAfter } from './changes.ts';
import { isForgotten, newestPositionOf } from './outbox.ts';

forEachEngine((_engine, database) => {
  let toy: ToyWorld;
  beforeAll(async () => {
    toy = await makeToyWorld(database());
  });

  it('returns the newest change of a workspace, independent of other workspaces', async () => {
    expect(await newestPositionOf(database(), toy.workspaceId)).toBe(0);
    await toy.register('TOY1A');
    const [own] = await changesAfter(database(), toy.workspaceId, 0, 10);
    const other = await makeToyWorld(database());
    await other.register('TOY1B');
    expect(await newestPositionOf(database(), toy.workspaceId)).toBe(own?.position);
  });

  it('reports a gap before the oldest change that is kept, and none while all are kept', async () => {
    const own = await makeToyWorld(database());
    expect(await isForgotten(database(), own.workspaceId, 5)).toBe(false);
    for (const number of ['TOY1C', 'TOY1D']) await own.register(number);
    const [first, second] = await changesAfter(database(), own.workspaceId, 0, 10);
    const forgotten = (position = -1) => isForgotten(database(), own.workspaceId, position);
    expect([await forgotten(0), await forgotten(first?.position)]).toEqual([false, false]);
    await database().query('delete from outbox where position = $1', [first?.position]);
    expect([await forgotten(first?.position), await forgotten(second?.position)]).toEqual([true, false]);
  });
});
