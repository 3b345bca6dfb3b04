import type { PortalAddresses, PortalPage, PortalShipment } from '@milepost/contract';
import { daysBetween } from './date-format.ts';
import { isArriving } from './headline.ts';
import type { Translator } from './translator.ts';

/** Whether delivery is expected today or later, so that it can be added to a calendar. */
export function hasCalendarDay({ arrival, today, milestone }: PortalShipment): boolean {
  if (arrival === null || arrival.kind !== 'expected') return false;
  return isArriving.has(milestone) && daysBetween(today, arrival.toDay) >= 0;
}

/**
 * The expected day as an iCalendar file (RFC 5545). It is an all-day event, because hours change after the
 * import. The UID is that of the shipment, so that another import updates the event. Null if no day is
 * expected. `stampedAt` is in milliseconds since 1970 UTC.
 */
export function calendarOf(
  { shipment, brand }: PortalPage & { kind: 'shipment' },
  { publicUrl }: PortalAddresses,
  { translator, stampedAt }: { translator: Translator; stampedAt: number },
): string | null {
  const { arrival, trackingId } = shipment;
  if (arrival === null || !hasCalendarDay(shipment)) return null;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Milepost//Portal//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${trackingId}@milepost`,
    `DTSTAMP:${basic(new Date(stampedAt).toISOString().slice(0, 19))}Z`,
    `DTSTART;VALUE=DATE:${basic(arrival.fromDay)}`,
    `DTEND;VALUE=DATE:${basic(dayAfter(arrival.toDay))}`,
    `SUMMARY:${escaped(translator.translate('calendarSummary', { name: brand.name }))}`,
    `DESCRIPTION:${escaped(`${publicUrl}/t/${trackingId}`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function basic(iso: string): string {
  return iso.replaceAll(/[-:]/g, '');
}

/** The end of an all-day event is exclusive. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Escapes everything that a program may treat as a line break, and removes other control characters. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

const lineBytesMax = 75;

/** Folds lines at 75 bytes. Continuation lines start with a space; characters are not split. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [result, length] = ['', 0];
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (length + bytes > lineBytesMax) [result, length] = [`${result}\r\n `, 1];
    result += character;
    length += bytes;
  }
  return result;
}
