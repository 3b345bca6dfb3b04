import type { GuardedFieldName } from '@milepost/contract';

/**
 * A document with the fields set to null that its reader may not see (contract/roles.ts). Works on the
 * document as it is sent, so that no presenter can omit it. Streamed responses bypass `serve` and have to
 * call it themselves.
 */
export function conceal<T>(document: T, hidden: readonly GuardedFieldName[]): T {
  if (hidden.length === 0) return document;
  // Guarded fields are nullable in every schema that contains them, so the type still holds.
  return concealed(document, '', new Set<string>(hidden)) as T;
}

function concealed(value: unknown, parent: string, hidden: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => concealed(item, parent, hidden));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      hidden.has(key) || hidden.has(`${parent}.${key}`) ? [key, null] : [key, concealed(inner, key, hidden)],
    ),
  );
}
