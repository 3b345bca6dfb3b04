import type { EventTime, Precision, ZoneSource } from './event-time.ts';
import { formatOffset, instantOf, isKnownZone, parseOffset } from './zone-offset.ts';

/** A zone to use if the text has no offset, and where that zone comes from. */
export interface ZoneHint {
  zone: string;
  source: ZoneSource;
}

interface WallClock {
  /** The local time read as UTC, in milliseconds since 1970. */
  wallMs: number;
  localTime: string;
  precision: Precision;
}

const isoPattern =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|z|UTC|[+-]\d{2}(?:[:.]?\d{2})?)?$/;

/**
 * Reads ISO 8601 in its basic and extended formats, with or without time, seconds and offset
 * (`2024-10-07T10:46:14+0200`, `20240423 091519`, `2024-10-07`). An offset in the text takes precedence over
 * all hints. Otherwise the first hint with a zone known to the runtime is used. Without any zone the local
 * time is kept and the instant is null. Null if the text is not a time.
 */
export function readIsoTime(text: string, hints: readonly (ZoneHint | null)[] = []): EventTime | null {
  const match = isoPattern.exec(text.trim());
  if (!match) return null;
  const clock = wallClock(match.slice(1, 4), match.slice(4, 7));
  if (!clock) return null;
  const offset = match[7];
  if (offset === undefined) return withHints(clock, hints);
  return withOffset(clock, offset);
}

/**
 * Reads a date and a time given separately, each with or without separators. Without a time the precision is
 * `day`. Null if either is malformed.
 */
export function readDateAndTime(
  date: string,
  time: string | null,
  hints: readonly (ZoneHint | null)[] = [],
): EventTime | null {
  const day = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(date.trim());
  if (!day) return null;
  if (time === null || time.trim() === '') {
    const clock = wallClock(day.slice(1));
    return clock && withHints(clock, hints);
  }
  const hour = /^(\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?$/.exec(time.trim());
  if (!hour) return null;
  const clock = wallClock(day.slice(1), hour.slice(1));
  return clock && withHints(clock, hints);
}

/**
 * Reads day-first formats: `07-03-2018 23:20:05`, `07.03.2018`, with optional milliseconds. Null if
 * malformed.
 */
export function readDayFirstTime(text: string, hints: readonly (ZoneHint | null)[] = []): EventTime | null {
  const match = /^(\d{2})[-./](\d{2})[-./](\d{4})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?$/.exec(
    text.trim(),
  );
  if (!match) return null;
  const clock = wallClock([match[3], match[2], match[1]], match.slice(4, 7));
  return clock && withHints(clock, hints);
}

/**
 * Adds the offset to a local time from the same moment in UTC (some carriers send both). Returns `local`
 * unchanged if the two cannot be the same moment.
 */
export function withUtcTwin(local: EventTime, utc: EventTime): EventTime {
  const wallMs = wallMsOf(local);
  if (wallMs === null || local.precision === 'day' || utc.precision === 'day') return local;
  const utcMs = wallMsOf(utc);
  if (utcMs === null) return local;
  const minutes = Math.round((wallMs - utcMs) / 60_000);
  // Offsets are multiples of 15 minutes between -12:00 and +14:00. Any other difference means that the two
  // times are different moments.
  if (minutes % 15 !== 0 || minutes < -720 || minutes > 840) return local;
  return {
    localTime: local.localTime,
    precision: local.precision,
    zone: formatOffset(minutes),
    zoneSource: 'payload_offset',
    occurredAt: wallMs - minutes * 60_000,
  };
}

/** Reduces a time to its date, for fields that contain midnight although only a date is meant. */
export function asDay(time: EventTime): EventTime {
  const { ambiguous: _dropped, ...rest } = time;
  return { ...rest, localTime: time.localTime.slice(0, 10), precision: 'day', occurredAt: null };
}

/**
 * The local time read as UTC, in milliseconds since 1970; the start of the day for a date. Null if malformed.
 */
export function wallMsOf(time: EventTime): number | null {
  const text = time.precision === 'day' ? `${time.localTime}T00:00:00` : time.localTime;
  const wallMs = Date.parse(`${text}Z`);
  return Number.isNaN(wallMs) ? null : wallMs;
}

function withHints(clock: WallClock, hints: readonly (ZoneHint | null)[]): EventTime {
  const hint = hints.find((candidate) => candidate !== null && isKnownZone(candidate.zone));
  if (!hint) return unzoned(clock);
  return zoned(clock, hint.zone, hint.source);
}

function withOffset(clock: WallClock, offset: string): EventTime {
  if (/^(z|utc)$/i.test(offset)) return zoned(clock, 'UTC', 'payload_utc');
  const minutes = parseOffset(offset);
  if (minutes === null) return unzoned(clock);
  return zoned(clock, formatOffset(minutes), 'payload_offset');
}

function zoned(clock: WallClock, zone: string, source: ZoneSource): EventTime {
  const { localTime, precision } = clock;
  const time = { localTime, precision, zone, zoneSource: source };
  if (precision === 'day') return { ...time, occurredAt: null };
  const { epochMs, ambiguous } = instantOf(clock.wallMs, zone);
  return ambiguous ? { ...time, occurredAt: epochMs, ambiguous } : { ...time, occurredAt: epochMs };
}

function unzoned(clock: WallClock): EventTime {
  const { localTime, precision } = clock;
  return { localTime, precision, zone: null, zoneSource: null, occurredAt: null };
}

type Digits = string | undefined;

/** From year, month, day and the optional hour, minute, second. Null for an impossible date or time. */
function wallClock([year, month, day]: readonly Digits[], time: readonly Digits[] = []): WallClock | null {
  const [hour, minute, second] = time;
  const dayMs = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Date.UTC turns 31 February into March, and years before 100 into the 20th century.
  const read = new Date(dayMs);
  if (read.getUTCDate() !== Number(day) || read.getUTCMonth() !== Number(month) - 1) return null;
  if (read.getUTCFullYear() !== Number(year)) return null;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return { wallMs: dayMs, localTime: date, precision: 'day' };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const wallMs = dayMs + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1_000;
  const localTime = `${date}T${hour}:${minute}:${second ?? '00'}`;
  return { wallMs, localTime, precision: second === undefined ? 'minute' : 'second' };
}
