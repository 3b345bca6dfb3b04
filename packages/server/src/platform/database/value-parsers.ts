/** How both engines turn PostgreSQL's text form into JavaScript values, by type OID (pg_type.dat). */

const epochOf = (text: string): number => {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  // `2026-03-01 14:05:00.123+00` becomes ISO 8601 by a T and a full offset.
  return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
};

export const parserByType: ReadonlyMap<number, (text: string) => unknown> = new Map<
  number,
  (text: string) => unknown
>([
  [17, (text: string) => Buffer.from(text.slice(2), 'hex')], // bytea, \x…
  [20, Number], // int8: counters and positions stay far below 2^53.
  [1700, Number], // numeric
  [1082, (text: string) => text], // date
  [1184, epochOf], // timestamptz
  [114, JSON.parse], // json
  [3802, JSON.parse], // jsonb
]);

/** The other way round, for the embedded database; the server takes bytes as they are. */
export const byteaText = (bytes: Uint8Array): string =>
  `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
