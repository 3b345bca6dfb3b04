import type { EventTime, Precision, TimeWindow, ZoneSource } from '../time/index.ts';

/** The form in which a time is stored: a short list, because several stand in every fact and every state. */
export type StoredTime = [
  localTime: string,
  precision: Precision,
  zone: string | null,
  source: ZoneSource | null,
  occurredAt: number | null,
  ambiguous?: true,
];

export interface StoredWindow {
  from: StoredTime | null;
  to: StoredTime | null;
}

export function packTime(time: EventTime): StoredTime {
  const { localTime, precision, zone, zoneSource, occurredAt } = time;
  if (time.ambiguous) return [localTime, precision, zone, zoneSource, occurredAt, true];
  return [localTime, precision, zone, zoneSource, occurredAt];
}

/** The inverse of packTime. A time that was stored whole, as the first version of the record did, is returned as it is. */
export function unpackTime(stored: StoredTime | EventTime): EventTime {
  if (!Array.isArray(stored)) return stored;
  const [localTime, precision, zone, zoneSource, occurredAt, ambiguous] = stored;
  const time = { localTime, precision, zone, zoneSource, occurredAt };
  return ambiguous ? { ...time, ambiguous } : time;
}

export function packWindow({ from, to }: TimeWindow): StoredWindow {
  return { from: from && packTime(from), to: to && packTime(to) };
}

export function unpackWindow({ from, to }: StoredWindow): TimeWindow {
  return { from: from && unpackTime(from), to: to && unpackTime(to) };
}
