import { type EventTime, instantText, type TimeWindow } from '@milepost/domain';

/** ISO 8601 in UTC. */
export function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

export function isoOrNull(epochMs: number | null): string | null {
  return epochMs === null ? null : iso(epochMs);
}

/** The instant, or the local clock as far as it is known: a day stays a day. */
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

/** The clock of an event, as the `decode` command shows it. */
export function timeFields({ localTime, zone, zoneSource, precision, occurredAt }: EventTime) {
  return { occurredAt: instantText(occurredAt), localTime, zone, zoneSource, precision };
}
