import type { TokenCache } from '@milepost/connectors';

/** Renewed this long before it expires, so that a call under way does not meet an expired token. */
const marginMs = 60_000;

/** Keeps one token of one account; calls that need it at the same moment share one request for it. */
export function createTokenCache(now: () => number): TokenCache {
  let held: { value: string; until: number } | null = null;
  let making: Promise<string> | null = null;
  return {
    get(create) {
      if (held !== null && now() < held.until) return Promise.resolve(held.value);
      making ??= create()
        .then(({ value, expiresInSeconds }) => {
          held = {
            value,
            until: now() + Math.max(expiresInSeconds * 1_000 - marginMs, expiresInSeconds * 500),
          };
          return value;
        })
        .finally(() => {
          making = null;
        });
      return making;
    },
    forget() {
      held = null;
    },
  };
}
