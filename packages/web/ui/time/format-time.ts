/** A point in time from the API: the instant, if known, and the local wall-clock time. */
export interface PlacedTime {
  /** ISO 8601 in UTC, null if unknown. */
  occurredAt: string | null;
  /** Local time without offset. Only a date if the precision is day. */
  localTime: string;
  /** IANA name or offset, null if unknown. */
  zone: string | null;
  precision: 'second' | 'minute' | 'day';
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Relative time: `now`, `4 min ago`, `in 3 h`, `2 d ago`. The date from two weeks on. */
export function formatRelative(instant: string, nowMs: number): string {
  const at = Date.parse(instant);
  const distance = Math.abs(nowMs - at);
  if (distance < minuteMs) return 'now';
  if (distance >= 14 * dayMs) return formatDay(instant.slice(0, 10), nowMs);
  const span = formatDuration(distance);
  return at <= nowMs ? `${span} ago` : `in ${span}`;
}

/** A duration in its largest whole unit. */
export function formatDuration(durationMs: number): string {
  if (durationMs < hourMs) return `${Math.max(1, Math.floor(durationMs / minuteMs))} min`;
  if (durationMs < 2 * dayMs) return `${Math.floor(durationMs / hourMs)} h`;
  return `${Math.floor(durationMs / dayMs)} d`;
}

/** `Today`, `Yesterday`, `Tue 3 Mar`, with the year if it is not the current one. */
export function formatDay(isoDate: string, nowMs: number): string {
  const day = Date.parse(`${isoDate}T00:00:00Z`);
  const now = new Date(nowMs);
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const distance = Math.round((day - today) / dayMs);
  if (distance === 0) return 'Today';
  if (distance === -1) return 'Yesterday';
  if (distance === 1) return 'Tomorrow';
  const sameYear = new Date(day).getUTCFullYear() === now.getFullYear();
  return (sameYear ? dayFormat : dayOfYearFormat).format(day);
}

/** A date with its year: `3 Mar 2026`. */
export function formatDate(isoDate: string): string {
  return dateFormat.format(Date.parse(`${isoDate}T00:00:00Z`));
}

/** Short form for lists: relative if the instant is known, else the day or the local time as given. */
export function formatShort(time: PlacedTime, nowMs: number): string {
  if (time.precision === 'day') return formatDay(time.localTime.slice(0, 10), nowMs);
  return time.occurredAt === null ? time.localTime.replace('T', ' ') : formatRelative(time.occurredAt, nowMs);
}

/**
 * Full form: local time with zone, and the viewer's time in brackets if it differs. Says so if only the day
 * is known or the zone is missing.
 */
export function formatExact(time: PlacedTime, viewerZone: string): string {
  const [date = '', clock = ''] = time.localTime.split('T');
  const day = formatDate(date);
  if (time.precision === 'day') return `${day} (the day; no time was given)`;
  const local = `${day}, ${clock.slice(0, time.precision === 'second' ? 8 : 5)}`;
  if (time.zone === null || time.occurredAt === null) return `${local} local time (no zone was given)`;
  const own = clockIn(time.occurredAt, viewerZone);
  const there = `${local} ${time.zone}`;
  return own.endsWith(clock.slice(0, 5)) && own.startsWith(day) ? there : `${there} (${own} for you)`;
}

/** An instant in the viewer's time zone. */
export function formatInstant(instant: string, viewerZone: string): string {
  return `${clockIn(instant, viewerZone)} ${viewerZone}`;
}

/**
 * A time window in the viewer's time zone. The day appears once if both ends are on it: `Today 14:10–15:40`.
 */
export function formatWindow(
  { from, to }: { from: string; to: string },
  { nowMs, viewerZone }: { nowMs: number; viewerZone: string },
): string {
  // Swedish dates have the ISO 8601 form: 2026-03-10 14:10.
  const format = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: viewerZone,
  });
  const [startDate = '', startClock = ''] = format.format(Date.parse(from)).split(' ');
  const [endDate = '', endClock = ''] = format.format(Date.parse(to)).split(' ');
  const start = `${formatDay(startDate, nowMs)} ${startClock}`;
  return startDate === endDate
    ? `${start}–${endClock}`
    : `${start} – ${formatDay(endDate, nowMs)} ${endClock}`;
}

function clockIn(instant: string, zone: string): string {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
    clocks.set(zone, clock);
  }
  return clock.format(Date.parse(instant));
}

// Cached: creating a formatter costs far more than using it, and a list formats hundreds of times while
// scrolling.
const dayParts = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const dayFormat = new Intl.DateTimeFormat('en-GB', dayParts);
const dayOfYearFormat = new Intl.DateTimeFormat('en-GB', { ...dayParts, year: 'numeric' });
const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const clocks = new Map<string, Intl.DateTimeFormat>();
