import type { GuardedFieldName } from '@milepost/contract';

/**
 * A document with the fields made null that its reader does not see (contract/roles.ts). Works on the document as it is sent, so that no presenter can
 * forget it. What is streamed past `serve` has to call it by itself.
 */
export function conceal<T>(document: T, hidden: readonly GuardedFieldName[]): T {
  if (hidden.length === 0) return document;
  // Guarded fields may be null in every schema that has them, so the type still holds.
  return concealed(document, '', new Set<string>(hidden)) as T;
}

function concealed(value: unknown, parent: string, hidden: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => concealed(one, parent, hidden));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      hidden.has(key) || hidden.has(`${parent}.${key}`) ? [key, null] : [key, concealed(inner, key, hidden)],
    ),
  );
}
