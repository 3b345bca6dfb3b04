/**
 * Formats dates and times for a locale. Local times are formatted as UTC, so that the time zone of the server
 * does not change them.
 */

const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Creating a format takes about a hundred times as long as using it, so formats are cached. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** `2026-03-01T14:05` or `2026-03-01`, read as UTC. */
function asIfUtc(localTime: string): Date {
  const text = localTime.length <= 10 ? `${localTime}T00:00` : localTime.slice(0, 16);
  return new Date(`${text}:00Z`);
}

/** `Thursday, 26 November`; with the year if it is not the current one. Both days are ISO dates. */
export function formatDay(locale: string, day: string, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC', ...year } as const;
  return formatOf(locale, options).format(asIfUtc(day));
}

/** `5–7 March`, from ISO dates. */
export function formatDayRange(locale: string, fromDay: string, toDay: string): string {
  const options = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return formatOf(locale, options).formatRange(asIfUtc(fromDay), asIfUtc(toDay));
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' } as const;

/** `14:05` in the format of the locale. */
export function formatTime(locale: string, time: string): string {
  return formatOf(locale, clock).format(asIfUtc(`2000-01-01T${time}`));
}

/** `10:00–13:00` in the format of the locale. */
export function formatTimeRange(locale: string, from: string, to: string): string {
  return formatOf(locale, clock).formatRange(asIfUtc(`2000-01-01T${from}`), asIfUtc(`2000-01-01T${to}`));
}

/**
 * Short name of a zone at a moment (milliseconds since 1970 UTC), `CET`; null if Intl does not know the zone.
 */
export function formatZone(locale: string, zone: string, occurredAt: number): string | null {
  try {
    const parts = formatOf(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(occurredAt);
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((asIfUtc(to).getTime() - asIfUtc(from).getTime()) / dayMs);
}

/** The day relative to today, for messages that have a word for it. */
export function relativeDay(day: string, today: string): 'today' | 'tomorrow' | 'yesterday' | 'other' {
  switch (daysBetween(today, day)) {
    case 0:
      return 'today';
    case 1:
      return 'tomorrow';
    case -1:
      return 'yesterday';
    default:
      return 'other';
  }
}

const countryNames = new Map<string, Intl.DisplayNames>();

/** The name of an ISO 3166-1 alpha-2 code in the language of the locale; other text is returned unchanged. */
export function countryName(locale: string, code: string): string {
  const names =
    countryNames.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  countryNames.set(locale, names);
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}
