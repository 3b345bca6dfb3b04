import type { EventTime, Precision, TimeWindow, ZoneSource } from '../time/index.ts';

/** The stored form of a time: a short array, because every fact and every state contains several. */
export type StoredTime = [
  localTime: string,
  precision: Precision,
  zone: string | null,
  source: ZoneSource | null,
  occurredAt: number | null,
  ambiguous?: true,
];

/** The stored form of a time window. */
export interface StoredWindow {
  from: StoredTime | null;
  to: StoredTime | null;
}

/** Time → stored form. */
export function packTime(time: EventTime): StoredTime {
  const { localTime, precision, zone, zoneSource, occurredAt } = time;
  if (time.ambiguous) return [localTime, precision, zone, zoneSource, occurredAt, true];
  return [localTime, precision, zone, zoneSource, occurredAt];
}

/** The inverse of `packTime`. A time that the first version stored as an object is returned unchanged. */
export function unpackTime(stored: StoredTime | EventTime): EventTime {
  if (!Array.isArray(stored)) return stored;
  const [localTime, precision, zone, zoneSource, occurredAt, ambiguous] = stored;
  const time = { localTime, precision, zone, zoneSource, occurredAt };
  return ambiguous ? { ...time, ambiguous } : time;
}

/** Window → stored form. */
export function packWindow({ from, to }: TimeWindow): StoredWindow {
  return { from: from && packTime(from), to: to && packTime(to) };
}

/** The inverse of `packWindow`. */
export function unpackWindow({ from, to }: StoredWindow): TimeWindow {
  return { from: from && unpackTime(from), to: to && unpackTime(to) };
}
