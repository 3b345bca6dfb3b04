/** Where the zone of a wall clock came from, surest first. Kept with every fact, because a wrong zone is the commonest lie in tracking. */
export const zoneSources = [
  'payload_offset',
  'payload_utc',
  'place',
  'facility',
  'carrier_default',
  'assumed',
] as const;
export type ZoneSource = (typeof zoneSources)[number];

/** How exact the clock was read. A day stays a day: no midnight is invented for it. */
export type Precision = 'second' | 'minute' | 'day';

/**
 * When something happened, and how we know.
 *
 * - `localTime`: the wall clock as given, without offset: `2026-03-01T14:05:00`, or `2026-03-01` when `precision` is `day`;
 * - `zone`: an IANA zone (`Europe/Amsterdam`), an offset (`+01:00`) or `UTC`; null when nothing tells;
 * - `occurredAt`: milliseconds since 1970 UTC; null when it cannot be known (no zone, or only a day).
 */
export interface EventTime {
  localTime: string;
  precision: Precision;
  zone: string | null;
  zoneSource: ZoneSource | null;
  occurredAt: number | null;
  /** The wall clock stands twice or never in its zone (summer time change). */
  ambiguous?: true;
}

/** A time span in which something is expected; a day stays a day. */
export interface TimeWindow {
  from: EventTime | null;
  to: EventTime | null;
}

/** ISO 8601 in UTC for an instant, or null. */
export function instantText(occurredAt: number | null): string | null {
  return occurredAt === null ? null : new Date(occurredAt).toISOString();
}
