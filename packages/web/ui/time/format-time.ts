/** A point in time as the API tells it: an instant where it is known, and the wall clock of the place. */
export interface PlacedTime {
  /** ISO 8601 in UTC; null when it cannot be known. */
  occurredAt: string | null;
  /** Wall clock without offset; only a date where precision is day. */
  localTime: string;
  /** IANA name or offset; null when nothing tells. */
  zone: string | null;
  precision: 'second' | 'minute' | 'day';
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long ago or ahead in the fewest words: `now`, `4 min ago`, `in 3 h`, `2 d ago`, and from two weeks on the date. */
export function formatRelative(instant: string, nowMs: number): string {
  const at = Date.parse(instant);
  const distance = Math.abs(nowMs - at);
  if (distance < minuteMs) return 'now';
  if (distance >= 14 * dayMs) return formatDay(instant.slice(0, 10), nowMs);
  const span = formatDuration(distance);
  return at <= nowMs ? `${span} ago` : `in ${span}`;
}

/** A length of time in its largest whole unit. */
export function formatDuration(durationMs: number): string {
  if (durationMs < hourMs) return `${Math.max(1, Math.floor(durationMs / minuteMs))} min`;
  if (durationMs < 2 * dayMs) return `${Math.floor(durationMs / hourMs)} h`;
  return `${Math.floor(durationMs / dayMs)} d`;
}

/** A day as a person says it: `Today`, `Yesterday`, `Tue 3 Mar`, with the year when it is not this one. */
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

/** What a list shows: relative where the instant is known, else the day or the wall clock as given. */
export function formatShort(time: PlacedTime, nowMs: number): string {
  if (time.precision === 'day') return formatDay(time.localTime.slice(0, 10), nowMs);
  return time.occurredAt === null ? time.localTime.replace('T', ' ') : formatRelative(time.occurredAt, nowMs);
}

/**
 * The whole truth about a time: the clock of the place, its zone, and the viewer's clock in brackets where that differs. A day stays a
 * day, and a clock without zone says so.
 */
export function formatExact(time: PlacedTime, viewerZone: string): string {
  const [date = '', clock = ''] = time.localTime.split('T');
  const day = dateFormat.format(Date.parse(`${date}T00:00:00Z`));
  if (time.precision === 'day') return `${day} (the day; no time was given)`;
  const local = `${day}, ${clock.slice(0, time.precision === 'second' ? 8 : 5)}`;
  if (time.zone === null || time.occurredAt === null) return `${local} local time (no zone was given)`;
  const own = clockIn(time.occurredAt, viewerZone);
  const there = `${local} ${time.zone}`;
  return own.endsWith(clock.slice(0, 5)) && own.startsWith(day) ? there : `${there} (${own} for you)`;
}

/** An instant without a place, as the viewer's own clock shows it. */
export function formatInstant(instant: string, viewerZone: string): string {
  return `${clockIn(instant, viewerZone)} ${viewerZone}`;
}

/** From when to when by the viewer's clock, the day said once where it is one: `Today 14:10–15:40`. Both ends are instants. */
export function formatWindow(
  { from, to }: { from: string; to: string },
  { nowMs, viewerZone }: { nowMs: number; viewerZone: string },
): string {
  // Swedish writes dates as ISO 8601 does: 2026-03-10 14:10.
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

// Kept, because making one costs far more than using it, and a list tells hundreds of times while it scrolls.
const dayParts = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const dayFormat = new Intl.DateTimeFormat('en-GB', dayParts);
const dayOfYearFormat = new Intl.DateTimeFormat('en-GB', { ...dayParts, year: 'numeric' });
const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const clocks = new Map<string, Intl.DateTimeFormat>();
