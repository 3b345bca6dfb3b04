import type { Credentials, Dialect, PushRequest } from '../dialect.ts';
import { integerBetween, pick, type Random } from '../random.ts';

/**
 * A push that cannot be decoded: truncated, malformed or noise. Validly signed where the dialect supports it.
 */
export function garbageOf(
  good: PushRequest,
  dialect: Dialect,
  { credentials, random }: { credentials: Credentials; random: Random },
): PushRequest {
  const body = pick(random, corruptions)(good.body, random);
  return { headers: dialect.headersFor?.(body, credentials) ?? good.headers, body };
}

const corruptions: readonly ((body: string, random: Random) => string)[] = [
  (body, random) => body.slice(0, integerBetween(random, 1, Math.max(1, body.length - 2))),
  (_body, random) =>
    Array.from({ length: 64 }, () => String.fromCharCode(integerBetween(random, 0, 255))).join(''),
  (body) => body.replaceAll('"', "'"),
  () => '<html><body><h1>502 Bad Gateway</h1></body></html>',
  () => '[[[[[[[[',
];
