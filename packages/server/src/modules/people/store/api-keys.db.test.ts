import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { makeToyWorld } from '../../../testing/toy-world.ts';
import { addApiKey, findKeyHolder, listApiKeys, newKeySecret, revokeApiKey } from './api-keys.ts';

forEachEngine((_engine, database) => {
  let workspaceId: string;
  beforeAll(async () => {
    ({ workspaceId } = await makeToyWorld(database()));
  });
  const add = async () => {
    const secret = newKeySecret((count) => randomBytes(count));
    const key = { id: v7(), workspaceId, name: 'Key', secret, scopes: ['shipments:read'] };
    return { secret, row: await addApiKey(database(), key) };
  };

  it('is found by its secret until it is revoked', async () => {
    const { secret, row } = await add();
    expect(await findKeyHolder(database(), secret)).toEqual({
      keyId: row.id,
      workspaceId,
      scopes: ['shipments:read'],
      isInstallation: false,
    });
    expect(await revokeApiKey(database(), v7(), row.id)).toBe(false);
    expect(await revokeApiKey(database(), workspaceId, row.id)).toBe(true);
    expect(await revokeApiKey(database(), workspaceId, row.id)).toBe(false);
    expect(await findKeyHolder(database(), secret)).toBeNull();
    expect((await listApiKeys(database(), workspaceId)).map(({ id }) => id)).not.toContain(row.id);
  });

  it('records its use at most once a minute', async () => {
    const { secret, row } = await add();
    const lastUse = async () =>
      (await listApiKeys(database(), workspaceId)).find(({ id }) => id === row.id)?.lastUsedAt;
    expect(await lastUse()).toBeNull();
    await findKeyHolder(database(), secret);
    const first = await lastUse();
    await findKeyHolder(database(), secret);
    expect(await lastUse()).toBe(first);
    await database().query(`update api_key set last_used_at = now() - interval '2 minutes' where id = $1`, [
      row.id,
    ]);
    await findKeyHolder(database(), secret);
    expect(await lastUse()).toBeGreaterThanOrEqual(first ?? 0);
  });
});
