import { Temporal } from 'temporal-polyfill';

/**
 * Wall clock → instant, for fixed offsets and IANA zones.
 *
 * Temporal answers exactly but costs microseconds; a feed has few zones and few days, so the offset of a zone is remembered per local
 * day, and only the two days a year on which the clocks change ask Temporal for every wall clock.
 */

const minuteMs = 60_000;
const dayMs = 86_400_000;
const changing = Number.NaN;
const offsetByZoneDay = new Map<string, number>();
const offsetsRememberedMax = 50_000;

export interface Instant {
  epochMs: number;
  ambiguous: boolean;
}

/** `+02:00`, `+0200`, `-08`, `-04.00` → minutes east of UTC; null when it is no offset. */
export function parseOffset(text: string): number | null {
  const match = /^([+-])(\d{2})(?:[:.]?(\d{2}))?$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 18 * 60) return null;
  return match[1] === '-' ? -minutes : minutes;
}

/** Minutes east of UTC → `+02:00`. */
export function formatOffset(minutes: number): string {
  const absolute = Math.abs(minutes);
  const hours = String(Math.trunc(absolute / 60)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(absolute % 60).padStart(2, '0')}`;
}

/** True for `UTC`, an offset, or a zone this runtime knows. */
export function isKnownZone(zone: string): boolean {
  if (zone === 'UTC' || parseOffset(zone) !== null) return true;
  return knownByRuntime(zone);
}

const known = new Map<string, boolean>();
function knownByRuntime(zone: string): boolean {
  const remembered = known.get(zone);
  if (remembered !== undefined) return remembered;
  let answer = true;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch {
    answer = false;
  }
  if (known.size < 2_000) known.set(zone, answer);
  return answer;
}

/**
 * The instant of a wall clock in a zone. `wallMs` is the wall clock read as if it were UTC.
 * A clock that stands twice is taken as the earlier, one that never stands as the later instant; both are marked.
 */
export function instantOf(wallMs: number, zone: string): Instant {
  if (zone === 'UTC') return { epochMs: wallMs, ambiguous: false };
  const fixed = parseOffset(zone);
  if (fixed !== null) return { epochMs: wallMs - fixed * minuteMs, ambiguous: false };
  const day = Math.floor(wallMs / dayMs);
  const offset = offsetOfDay(zone, day);
  if (!Number.isNaN(offset)) return { epochMs: wallMs - offset, ambiguous: false };
  return askTemporal(wallMs, zone);
}

/** Offset in milliseconds that holds through the whole local day, or NaN when the clocks change in or next to it. */
function offsetOfDay(zone: string, day: number): number {
  const key = `${zone} ${day}`;
  const remembered = offsetByZoneDay.get(key);
  if (remembered !== undefined) return remembered;
  const before = offsetAt(zone, (day - 1) * dayMs);
  const after = offsetAt(zone, (day + 2) * dayMs);
  const offset = before === after ? before : changing;
  if (offsetByZoneDay.size >= offsetsRememberedMax) offsetByZoneDay.clear();
  offsetByZoneDay.set(key, offset);
  return offset;
}

function offsetAt(zone: string, epochMs: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
  return zoned.offsetNanoseconds / 1_000_000;
}

function askTemporal(wallMs: number, zone: string): Instant {
  const wall = Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC').toPlainDateTime();
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  if (earlier === later) return { epochMs: earlier, ambiguous: false };
  // "compatible" as RFC 5545 has it: the earlier of two, the later side of a gap.
  const epochMs = wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  return { epochMs, ambiguous: true };
}

/** The wall clock of an instant in a zone: `2026-03-01T14:05:00`. */
export function wallClockOf(epochMs: number, zone: string): string {
  const fixed = zone === 'UTC' ? 0 : parseOffset(zone);
  if (fixed !== null) return new Date(epochMs + fixed * minuteMs).toISOString().slice(0, 19);
  const day = Math.floor(epochMs / dayMs);
  const remembered = offsetOfDay(zone, day);
  const offset = Number.isNaN(remembered) ? offsetAt(zone, epochMs) : remembered;
  return new Date(epochMs + offset).toISOString().slice(0, 19);
}
