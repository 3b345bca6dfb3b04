import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * Signs tokens that allow their owner to see the details of one shipment until a given time:
 * `<seconds since 1970, base 36>.<HMAC-SHA-256, base 64 url>`. The purpose is signed too, so that a link
 * cannot be used as a cookie or the other way round. The key is derived from the installation's key, which
 * itself signs nothing.
 */
export interface LinkSigner {
  sign(purpose: Purpose, trackingId: string, expiresAt: number): string;
  /** Compares the signature in constant time. `expired` means that the token was valid before. */
  check(
    purpose: Purpose,
    trackingId: string,
    proof: { token: string; now: number },
  ): 'valid' | 'expired' | 'invalid';
  /** A stable name for a text that does not reveal it, for counters and versions. */
  pseudonym(text: string): string;
}

export type Purpose = 'link' | 'cookie';

/** `key` is the installation's key, 32 bytes. */
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
      // A signature of another length is compared too, so that the answer takes the same time.
      const isEqual = timingSafeEqual(given.length === wanted.length ? given : wanted, wanted);
      if (!isEqual || given.length !== wanted.length || rest.length > 0) return 'invalid';
      return Number.parseInt(expiry, 36) * 1_000 > now ? 'valid' : 'expired';
    },
    pseudonym: (text) => mac('pseudonym', text).toString('base64url').slice(0, 16),
  };
}
