import { type EventTime, instantText, type TimeWindow } from '@milepost/domain';

/** ISO 8601 in UTC. */
export function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

export function isoOrNull(epochMs: number | null): string | null {
  return epochMs === null ? null : iso(epochMs);
}

/** The instant, or the local time as far as it is known: a date stays a date. */
export function momentText(time: EventTime | null | undefined): string | null {
  if (!time) return null;
  return instantText(time.occurredAt) ?? time.localTime;
}

export function windowText(
  window: TimeWindow | undefined,
): { from: string | null; to: string | null } | null {
  if (!window) return null;
  return { from: momentText(window.from), to: momentText(window.to) };
}

/** The time of an event, as the `decode` command shows it. */
export function timeFields({ localTime, zone, zoneSource, precision, occurredAt }: EventTime) {
  return { occurredAt: instantText(occurredAt), localTime, zone, zoneSource, precision };
}
