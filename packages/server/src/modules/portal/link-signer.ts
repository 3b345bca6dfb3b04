import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * Proofs that somebody may see the details of one shipment until a moment: `<seconds since 1970, base 36>.<HMAC-SHA-256, base 64 url>`.
 *
 * A link and a cookie are different proofs, so that one is never taken for the other. The key is derived from the installation's, which
 * therefore signs nothing itself.
 */
export interface LinkSigner {
  sign(purpose: Purpose, trackingId: string, expiresAt: number): string;
  /** Looks at the signature in constant time; `expired` is said only of what was once valid. */
  check(
    purpose: Purpose,
    trackingId: string,
    proof: { token: string; now: number },
  ): 'valid' | 'expired' | 'invalid';
  /** A name for a text that does not tell it, for counters and versions. */
  pseudonym(text: string): string;
}

export type Purpose = 'link' | 'cookie';

/** `key` is the installation's, 32 bytes. */
export function createLinkSigner(key: Uint8Array): LinkSigner {
  const derived = Buffer.from(hkdfSync('sha256', key, new Uint8Array(), 'milepost portal links', 32));
  const mac = (...parts: readonly string[]): Buffer =>
    createHmac('sha256', derived).update(JSON.stringify(parts)).digest();
  return {
    sign(purpose, trackingId, expiresAt) {
      const expiry = Math.floor(expiresAt / 1_000).toString(36);
      return `${expiry}.${mac(purpose, trackingId, expiry).toString('base64url')}`;
    },
    check(purpose, trackingId, { token, now }) {
      const [expiry = '', signature = '', ...rest] = token.split('.');
      const wanted = mac(purpose, trackingId, expiry);
      const given = Buffer.from(signature, 'base64url');
      // Of another length it is compared all the same, with itself, so that the answer takes as long.
      const isEqual = timingSafeEqual(given.length === wanted.length ? given : wanted, wanted);
      if (!isEqual || given.length !== wanted.length || rest.length > 0) return 'invalid';
      return Number.parseInt(expiry, 36) * 1_000 > now ? 'valid' : 'expired';
    },
    pseudonym: (text) => mac('pseudonym', text).toString('base64url').slice(0, 16),
  };
}
