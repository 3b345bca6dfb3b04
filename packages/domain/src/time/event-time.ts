/**
 * Where the zone of a local time came from, most reliable first. Stored with every fact, because a wrong zone
 * is the most common error in tracking data.
 */
export const zoneSources = [
  'payload_offset',
  'payload_utc',
  'place',
  'facility',
  'carrier_default',
  'assumed',
] as const;
export type ZoneSource = (typeof zoneSources)[number];

/** The precision of a time as given. A date stays a date and is not extended to midnight. */
export type Precision = 'second' | 'minute' | 'day';

/**
 * The time of an event and where it came from.
 *
 * - `localTime`: the local time as given, without offset: `2026-03-01T14:05:00`, or `2026-03-01` if
 *   `precision`
 *   is `day`;
 * - `zone`: an IANA zone (`Europe/Amsterdam`), an offset (`+01:00`) or `UTC`; null if unknown;
 * - `occurredAt`: milliseconds since 1970 UTC; null if unknown (no zone, or only a date).
 */
export interface EventTime {
  localTime: string;
  precision: Precision;
  zone: string | null;
  zoneSource: ZoneSource | null;
  occurredAt: number | null;
  /** The local time occurs twice or never in its zone (change to or from daylight saving time). */
  ambiguous?: true;
}

/** A time window, open at an end that is null. A date stays a date. */
export interface TimeWindow {
  from: EventTime | null;
  to: EventTime | null;
}

/** An instant (milliseconds since 1970 UTC) in ISO 8601 with `Z`; null stays null. */
export function instantText(occurredAt: number | null): string | null {
  return occurredAt === null ? null : new Date(occurredAt).toISOString();
}
