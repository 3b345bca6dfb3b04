import type { IncomingHttpHeaders } from 'node:http';

/** Credentials of the sender are not kept: a signature is useless afterwards, and a token is dangerous. */
const credential = /auth|cookie|key|token|secret|password|credential|signature|hmac|session|jwt|proof/;
/**
 * Header names repeat with every message, so each name is classified once. Bounded, because senders choose
 * the names.
 */
const judged = new Map<string, boolean>();
const judgedMax = 500;

/** The headers to keep with a message: names in lower case, no credentials, whatever header carries them. */
export function keptHeaders(
  headers: IncomingHttpHeaders,
  secrets: readonly string[] = [],
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || isCredential(name)) continue;
    const text = Array.isArray(value) ? value.join(', ') : value;
    if (!secrets.some((secret) => text.includes(secret))) kept[name] = text;
  }
  return kept;
}

function isCredential(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const verdict = credential.test(name);
  if (judged.size < judgedMax) judged.set(name, verdict);
  return verdict;
}
