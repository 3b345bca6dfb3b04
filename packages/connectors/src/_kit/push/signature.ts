import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Compares two texts in a time that does not depend on their content. Texts of different length are unequal;
 * the length is not secret.
 */
export function equalInConstantTime(left: string, right: string): boolean {
  const first = Buffer.from(left);
  const second = Buffer.from(right);
  return first.length === second.length && timingSafeEqual(first, second);
}

/** `encoding` is the encoding of the secret. Passing the secret as bytes instead is five times slower. */
export function hmacSha256(
  secret: string,
  body: Uint8Array | string,
  encoding: 'utf8' | 'base64' = 'utf8',
): Buffer {
  return createHmac('sha256', secret, { encoding }).update(body).digest();
}
