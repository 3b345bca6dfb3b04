import { createHmac, timingSafeEqual } from 'node:crypto';

/** Compares two texts in a time that depends on neither content. Texts of different length are unequal; the length itself is no secret. */
export function equalInConstantTime(left: string, right: string): boolean {
  const one = Buffer.from(left);
  const other = Buffer.from(right);
  return one.length === other.length && timingSafeEqual(one, other);
}

/** `encoding` says how the text of the secret stands for its bytes. Handed over as bytes, a secret would take the runtime five times as long to take in. */
export function hmacSha256(
  secret: string,
  body: Uint8Array | string,
  encoding: 'utf8' | 'base64' = 'utf8',
): Buffer {
  return createHmac('sha256', secret, { encoding }).update(body).digest();
}
