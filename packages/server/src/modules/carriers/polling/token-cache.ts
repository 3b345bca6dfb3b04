import type { TokenCache } from '@milepost/connectors';
import { LRUCache } from 'lru-cache';

type CreateToken = Parameters<TokenCache['get']>[0];

/** Renewed this long before it expires, so that no call that is under way meets an expired token. */
const marginMs = 60_000;

/** Caches the token of one account. Concurrent calls share one request for a new token. */
export function createTokenCache(now: () => number): TokenCache {
  const tokens = new LRUCache<'token', string, CreateToken>({
    max: 1,
    ttlResolution: 0,
    perf: { now },
    // A caller that waits for a token still gets it when `forget` is called meanwhile; it is just not cached.
    ignoreFetchAbort: true,
    fetchMethod: async (_key, _stale, { options, context: create }) => {
      const { value, expiresInSeconds } = await create();
      // To lru-cache, 0 means "never expires".
      options.ttl = Math.max(expiresInSeconds * 1_000 - marginMs, expiresInSeconds * 500, 1);
      return value;
    },
  });
  return {
    get: (create) => tokens.forceFetch('token', { context: create }),
    forget: () => tokens.clear(),
  };
}
