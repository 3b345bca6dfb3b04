// JSON.stringify writes the digits of its escapes in lower case.
const unstorable = /\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/**
 * JSON that PostgreSQL accepts. It refuses NUL and lone surrogates, which JSON allows and hostile messages
 * contain; both become U+FFFD. The raw message still contains what was sent.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  if (!unstorable.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'string') return storableText(part);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [storableText(key), inner]));
  });
}

/** The same for a single text. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD');
}
