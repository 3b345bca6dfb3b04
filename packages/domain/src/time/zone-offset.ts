/**
 * Local time → instant, for fixed offsets and IANA zones.
 *
 * Temporal is exact but takes microseconds per call. A feed has few zones and few days, so the offset is
 * cached per zone and local day. Only on the two days a year on which the clocks change is Temporal called
 * each time.
 */
import { Temporal } from 'temporal-polyfill';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const changing = Number.NaN;
const offsetByZoneDay = new Map<string, number>();
const cachedOffsetsMax = 50_000;

/** The result of converting a local time. */
export interface Instant {
  /** Milliseconds since 1970 UTC. */
  epochMs: number;
  /** The local time occurs twice or never in its zone. */
  ambiguous: boolean;
}

/** `+02:00`, `+0200`, `-08`, `-04.00` → minutes east of UTC; null if the text is not an offset. */
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

/** True for `UTC`, an offset, or a zone known to the runtime. */
export function isKnownZone(zone: string): boolean {
  if (zone === 'UTC' || parseOffset(zone) !== null) return true;
  return knownByRuntime(zone);
}

const knownZones = new Map<string, boolean>();
function knownByRuntime(zone: string): boolean {
  const cached = knownZones.get(zone);
  if (cached !== undefined) return cached;
  let isKnown = true;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch {
    isKnown = false;
  }
  if (knownZones.size < 2_000) knownZones.set(zone, isKnown);
  return isKnown;
}

/**
 * The instant of a local time in a zone. `wallMs` is the local time read as UTC. A time that occurs twice
 * gives the earlier instant, a time that is skipped the later one; both are marked as ambiguous. Throws a
 * RangeError for an unknown zone: check with `isKnownZone`.
 */
export function instantOf(wallMs: number, zone: string): Instant {
  if (zone === 'UTC') return { epochMs: wallMs, ambiguous: false };
  const fixed = parseOffset(zone);
  if (fixed !== null) return { epochMs: wallMs - fixed * minuteMs, ambiguous: false };
  const day = Math.floor(wallMs / dayMs);
  const offset = offsetOfDay(zone, day);
  if (!Number.isNaN(offset)) return { epochMs: wallMs - offset, ambiguous: false };
  return resolveWithTemporal(wallMs, zone);
}

/**
 * The offset in milliseconds during a whole local day; NaN if the clocks change on that day or next to it.
 */
function offsetOfDay(zone: string, day: number): number {
  const key = `${zone} ${day}`;
  const cached = offsetByZoneDay.get(key);
  if (cached !== undefined) return cached;
  const before = offsetAt(zone, (day - 1) * dayMs);
  const after = offsetAt(zone, (day + 2) * dayMs);
  const offset = before === after ? before : changing;
  if (offsetByZoneDay.size >= cachedOffsetsMax) offsetByZoneDay.clear();
  offsetByZoneDay.set(key, offset);
  return offset;
}

function offsetAt(zone: string, epochMs: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
  return zoned.offsetNanoseconds / 1_000_000;
}

function resolveWithTemporal(wallMs: number, zone: string): Instant {
  const wall = Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC').toPlainDateTime();
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  if (earlier === later) return { epochMs: earlier, ambiguous: false };
  // "compatible" as in RFC 5545: the earlier of two instants, the later side of a gap.
  const epochMs = wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  return { epochMs, ambiguous: true };
}

/** The local time of an instant in a zone: `2026-03-01T14:05:00`. Throws a RangeError for an unknown zone. */
export function wallClockOf(epochMs: number, zone: string): string {
  const fixed = zone === 'UTC' ? 0 : parseOffset(zone);
  if (fixed !== null) return new Date(epochMs + fixed * minuteMs).toISOString().slice(0, 19);
  const day = Math.floor(epochMs / dayMs);
  const ofDay = offsetOfDay(zone, day);
  const offset = Number.isNaN(ofDay) ? offsetAt(zone, epochMs) : ofDay;
  return new Date(epochMs + offset).toISOString().slice(0, 19);
}
