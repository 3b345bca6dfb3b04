/**
 * Readers of carriers' payloads. Carriers omit, misspell and mistype fields, and their messages must still
 * be read: a reader accepts any value, never throws, and returns a clean value or undefined. The caller
 * decides what a missing value means. See docs/adr/0015.
 */
export type Reader<T> = (value: unknown) => T;

type Fields = Readonly<Record<string, unknown>>;

/** The value of a reader without undefined. */
export type ReadValue<R extends Reader<unknown>> = NonNullable<ReturnType<R>>;

/** A text, or a number sent instead of a text. `""`, `null`, `{}` and `"{}"` mean missing. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' || trimmed === '{}' || trimmed === 'null' ? undefined : trimmed;
}

export function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/**
 * A list. A single object becomes a list of one, everything else an empty list. Items stay unknown; read
 * each one separately.
 */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) && Object.keys(value).length > 0 ? [value] : [];
}

/** An object whose members stay unknown, or undefined for anything else. */
export function record(value: unknown): Fields | undefined {
  return isRecord(value) ? value : undefined;
}

/**
 * Reads an object with a function that names its members, `object((from) => ({ city: text(from.city) }))`;
 * undefined for anything else. The names are written out because the engine then knows the shape of the
 * result; a loop over a list of names takes four times as long. Inherited members are functions, which every
 * reader treats as missing.
 */
export function object<T>(read: (from: Fields) => T): Reader<T | undefined> {
  return (value) => (isRecord(value) ? read(value) : undefined);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
