import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import { makeToyWorld } from '../../../testing/toy-world.ts';
import { abandonRequest, beginRequest, finishRequest, type KeyedRequest } from './idempotency.ts';

forEachEngine((_engine, database) => {
  let workspaceId: string;
  beforeAll(async () => {
    ({ workspaceId } = await makeToyWorld(database()));
  });
  const request = (key: string, body = 'body'): KeyedRequest => ({
    workspaceId,
    key,
    hash: createHash('sha256').update(body).digest(),
  });
  const begin = async (keyed: KeyedRequest) => (await beginRequest(database(), keyed)).kind;
  const age = (key: string, by: string) =>
    database().query(
      'update idempotency_key set created_at = now() - $3::interval where workspace_id = $1 and key = $2',
      [workspaceId, key, by],
    );

  describe('a key', () => {
    it('is held by the first request until its response, and then returns that response', async () => {
      const first = request('a');
      expect(await begin(first)).toBe('ours');
      expect(await begin(first)).toBe('in_progress');
      expect(await begin(request('a', 'other'))).toBe('mismatch');
      await finishRequest(database(), first, 201, { text: 'a\u0000b' });
      expect(await beginRequest(database(), first)).toEqual({
        kind: 'answered',
        status: 201,
        response: { text: 'a\ufffdb' },
      });
    });

    it('is free again after a server error', async () => {
      await begin(request('b'));
      await abandonRequest(database(), request('b'));
      expect(await begin(request('b', 'other'))).toBe('ours');
    });

    it('is free again a minute after a request without response, and a day after a response', async () => {
      await begin(request('c'));
      await age('c', '61 seconds');
      expect(await begin(request('c'))).toBe('ours');
      await finishRequest(database(), request('c'), 200, {});
      await age('c', '23 hours');
      expect(await begin(request('c'))).toBe('answered');
      await age('c', '25 hours');
      expect(await begin(request('c', 'other'))).toBe('ours');
    });
  });
});
