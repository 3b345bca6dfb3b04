import { createHmac, timingSafeEqual } from 'node:crypto';

/** Compares two texts in a time that depends on neither content; different lengths are unequal. */
export function equalInConstantTime(left: string, right: string): boolean {
  // Hashing first makes both sides equally long, so that the length is not told either.
  const key = 'compare';
  const leftHash = createHmac('sha256', key).update(left).digest();
  const rightHash = createHmac('sha256', key).update(right).digest();
  return timingSafeEqual(leftHash, rightHash);
}

export function hmacSha256(secret: string | Uint8Array, body: Uint8Array | string): Buffer {
  return createHmac('sha256', secret).update(body).digest();
}
