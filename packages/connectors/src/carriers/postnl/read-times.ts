import { asDay, type EventTime, readDayFirstTime, readIsoTime, type ZoneHint } from '@milepost/domain';

/** PostNL writes Dutch wall clocks without offset, wherever the parcel is. */
export const dutchZone = 'Europe/Amsterdam';
const hints: readonly ZoneHint[] = [{ zone: dutchZone, source: 'carrier_default' }];

/**
 * Reads both forms in use: `26-02-2026 12:54:08` in statuses and events, ISO 8601 in expectations,
 * signatures and the feed. Slashes occur only in generated documentation, with the month first; they are
 * refused, because reading them as day first would be wrong.
 */
export function readPostnlTime(text: string): EventTime | null {
  return /^\d\d-/.test(text) ? readDayFirstTime(text, hints) : readIsoTime(text, hints);
}

export function readPostnlDay(text: string): EventTime | null {
  const time = readPostnlTime(text);
  return time && asDay(time);
}

/** The wall clock to the second, which rows about the same scan share. Status rows may add milliseconds. */
export function clockOf(text: string): string {
  return text.slice(0, 19);
}
