/**
 * How a carrier's payload is read. Carriers leave out, misspell and mistype, and their message has to be read all the same: a reader takes any
 * value, never throws, and gives a clean value or undefined. What counts is decided by whoever uses it. See docs/adr/0015.
 */
export type Reader<T> = (value: unknown) => T;

type Fields = Readonly<Record<string, unknown>>;

/** What a reader gives where it gives something. */
export type Said<R extends Reader<unknown>> = NonNullable<ReturnType<R>>;

/** A text, or a number sent where a text belongs; `""`, `null`, `{}` and `"{}"` mean missing. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' || trimmed === '{}' || trimmed === 'null' ? undefined : trimmed;
}

export function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A list; one object sent where a list belongs becomes a list of one, everything else an empty list. Items stay unknown: read each by itself. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) && Object.keys(value).length > 0 ? [value] : [];
}

/** An object whose members stay unknown, or undefined for anything else. */
export function record(value: unknown): Fields | undefined {
  return isRecord(value) ? value : undefined;
}

/**
 * Reads an object by a function that names its members, `object((from) => ({ city: text(from.city) }))`; undefined for anything but an object. The
 * names stand in the code one by one because the runtime then knows where each of them lies and what comes out; a loop over a list of names costs four
 * times as much. What an object merely inherits is no data: those are functions, which every reader takes for missing.
 */
export function object<T>(read: (from: Fields) => T): Reader<T | undefined> {
  return (value) => (isRecord(value) ? read(value) : undefined);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
