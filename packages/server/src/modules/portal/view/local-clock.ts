import type { EventTime } from '@milepost/domain';

/** A local time as shown to a recipient: `2026-03-01T14:05`, or `2026-03-01` when only the day is known. */
export interface LocalClock {
  localTime: string;
  zone: string | null;
}

/**
 * The local time of a place if the instant and the place's zone are known, else the time as the carrier
 * reported it.
 */
export function clockAt(time: EventTime, placeZone: string | null | undefined): LocalClock {
  if (time.precision === 'day') return { localTime: time.localTime.slice(0, 10), zone: null };
  if (time.occurredAt !== null && placeZone) {
    const localTime = localTimeIn(placeZone, time.occurredAt);
    if (localTime !== null) return { localTime, zone: placeZone };
  }
  return { localTime: time.localTime.slice(0, 16), zone: time.zone };
}

/** `2026-03-01T14:05` of an instant in a zone; null for an unknown zone. */
export function localTimeIn(zone: string, epochMs: number): string | null {
  const format = formatOf(zone);
  if (format === null) return null;
  const parts = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();
/** Zones come from payloads; a flood of invented ones must not fill the memory. */
const formatsMax = 1_000;

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  if (formats.size >= formatsMax) formats.clear();
  const format = makeFormat(zone);
  formats.set(zone, format);
  return format;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  const twoDigits = '2-digit';
  try {
    return new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, calendar: 'iso8601', hourCycle: 'h23' },
      ...{ year: 'numeric', month: twoDigits, day: twoDigits, hour: twoDigits, minute: twoDigits },
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
