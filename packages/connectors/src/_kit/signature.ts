import { createHmac, timingSafeEqual } from 'node:crypto';

/** Compares two texts in a time that depends on neither content. Texts of different length are unequal; the length itself is no secret. */
export function equalInConstantTime(left: string, right: string): boolean {
  const one = Buffer.from(left);
  const other = Buffer.from(right);
  return one.length === other.length && timingSafeEqual(one, other);
}

export function hmacSha256(secret: string | Uint8Array, body: Uint8Array | string): Buffer {
  return createHmac('sha256', secret).update(body).digest();
}
