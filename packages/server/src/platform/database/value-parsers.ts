/** How both engines turn PostgreSQL's text format into JavaScript values, by type OID (pg_type.dat). */

const epochOf = (text: string): number => {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  // `2026-03-01 14:05:00.123+00` becomes ISO 8601 with a T and a full offset.
  return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
};

export const parserByType: ReadonlyMap<number, (text: string) => unknown> = new Map<
  number,
  (text: string) => unknown
>([
  [17, (text: string) => Buffer.from(text.slice(2), 'hex')], // bytea, \x…
  [20, Number], // int8: counters and positions stay far below 2^53.
  [1700, Number], // numeric
  [1082, (text: string) => text], // date: a Date would depend on the process's time zone.
  [1184, epochOf], // timestamptz
  [114, JSON.parse], // json
  [3802, JSON.parse], // jsonb
]);

/**
 * Type OIDs of lists → those of their elements. pg would return lists of dates as Dates, and of bigint as
 * texts.
 */
export const elementTypeByList: ReadonlyMap<number, number> = new Map([
  [1001, 17],
  [1016, 20],
  [1231, 1700],
  [1182, 1082],
  [1185, 1184],
  [199, 114],
  [3807, 3802],
]);

/** The text format of bytes, for the embedded database; the server accepts bytes as they are. */
export const byteaText = (bytes: Uint8Array): string =>
  `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
