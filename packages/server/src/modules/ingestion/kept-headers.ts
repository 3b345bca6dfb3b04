import type { IncomingHttpHeaders } from 'node:http';

/** What proves who sends must not lie in the record; a signature is of no use afterwards and a token is dangerous. */
const credential = /auth|cookie|key|token|secret|password|credential|signature|hmac|session|jwt|proof/;
/** Headers come again with every message, so each name is judged once. Bounded, because the names are the sender's. */
const judged = new Map<string, boolean>();
const judgedMax = 500;

/** The headers of a message as they are kept with it: names in lower case, no credentials, whatever the sender calls the header they stand in. */
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
