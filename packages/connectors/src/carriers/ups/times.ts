import {
  type EventTime,
  formatOffset,
  type Place,
  parseOffset,
  readDateAndTime,
  type TimeWindow,
  withUtcTwin,
  type ZoneHint,
} from '@milepost/domain';

/**
 * The clock of a scan as sent: local date and time, and in newer answers the same time in GMT and the
 * offset.
 */
export interface ScanClock {
  date?: string | undefined;
  time?: string | undefined;
  gmtDate?: string | undefined;
  gmtTime?: string | undefined;
  gmtOffset?: string | undefined;
}

/**
 * The time of a scan. The difference between local time and GMT is the most reliable offset, then the offset
 * as written (`-08:00`, in pushes `-04.00`), then the zone of the place. Null when neither date is readable.
 */
export function readScanTime(clock: ScanClock, place: Place | null): EventTime | null {
  const { date, time, gmtDate, gmtTime } = clock;
  const utc = gmtDate === undefined || gmtTime === undefined ? null : readUtc(gmtDate, gmtTime);
  if (date === undefined) return utc;
  const local = readDateAndTime(date, sixDigits(time), [offsetHint(clock.gmtOffset), placeHint(place)]);
  return local === null || utc === null ? local : withUtcTwin(local, utc);
}

export function placeHint(place: Place | null | undefined): ZoneHint | null {
  return place?.zone === undefined ? null : { zone: place.zone, source: 'place' };
}

/** A day, or a time of it, in the zone of the hint; null when the day is unreadable. */
export function readLocal(
  date: string | undefined,
  time: string | undefined,
  hint: ZoneHint | null,
): EventTime | null {
  return date === undefined ? null : readDateAndTime(date, sixDigits(time), [hint]);
}

/** A window within a day: between two times, until a time, or the whole day. */
export function readWindow(
  date: string | undefined,
  { start, end }: { start: string | undefined; end: string | undefined },
  hint: ZoneHint | null,
): TimeWindow | null {
  const day = readLocal(date, undefined, hint);
  if (day === null) return null;
  const to = end === undefined ? null : readLocal(date, end, hint);
  if (to === null) return { from: day, to: day };
  return { from: start === undefined ? null : readLocal(date, start, hint), to };
}

const utcHint: ZoneHint = { zone: 'UTC', source: 'payload_utc' };

function readUtc(date: string, time: string): EventTime | null {
  return readDateAndTime(date, sixDigits(time), [utcHint]);
}

function offsetHint(offset: string | undefined): ZoneHint | null {
  const minutes = offset === undefined ? null : parseOffset(offset);
  return minutes === null ? null : { zone: formatOffset(minutes), source: 'payload_offset' };
}

/** `74700` is 07:47:00 without its leading zero; UPS documents only times of six digits. */
function sixDigits(time: string | undefined): string | null {
  if (time === undefined) return null;
  return /^\d{1,5}$/.test(time) ? time.padStart(6, '0') : time;
}
