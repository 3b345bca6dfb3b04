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
  const begin = async (one: KeyedRequest) => (await beginRequest(database(), one)).kind;
  const age = (key: string, by: string) =>
    database().query(
      'update idempotency_key set created_at = now() - $3::interval where workspace_id = $1 and key = $2',
      [workspaceId, key, by],
    );

  describe('a key', () => {
    it('belongs to the first request until that is answered, and then gives its answer', async () => {
      const one = request('a');
      expect(await begin(one)).toBe('ours');
      expect(await begin(one)).toBe('in_progress');
      expect(await begin(request('a', 'other'))).toBe('mismatch');
      await finishRequest(database(), one, 201, { text: 'a\u0000b' });
      expect(await beginRequest(database(), one)).toEqual({
        kind: 'answered',
        status: 201,
        response: { text: 'a\ufffdb' },
      });
    });

    it('is free again when the request failed on our side', async () => {
      await begin(request('b'));
      await abandonRequest(database(), request('b'));
      expect(await begin(request('b', 'other'))).toBe('ours');
    });

    it('is free again a minute after nobody answered, and a day after an answer', async () => {
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
