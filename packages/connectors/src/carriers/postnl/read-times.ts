import { asDay, type EventTime, readDayFirstTime, readIsoTime, type ZoneHint } from '@milepost/domain';

/** PostNL writes Dutch wall clocks without offset, whatever it speaks of. */
export const dutchZone = 'Europe/Amsterdam';
const hints: readonly ZoneHint[] = [{ zone: dutchZone, source: 'carrier_default' }];

/**
 * Reads both forms in use: `26-02-2026 12:54:08` in statuses and events, ISO 8601 in expectations, signatures and the feed.
 * Slashes stand only in generated documentation, with the month first; read as a day first they would be wrong, so they are not read.
 */
export function readPostnlTime(text: string): EventTime | null {
  return /^\d\d-/.test(text) ? readDayFirstTime(text, hints) : readIsoTime(text, hints);
}

export function readPostnlDay(text: string): EventTime | null {
  const time = readPostnlTime(text);
  return time && asDay(time);
}

/** What two rows about one scan have in common: the wall clock to the second. Status rows may add milliseconds. */
export function clockOf(text: string): string {
  return text.slice(0, 19);
}
