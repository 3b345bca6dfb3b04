import type { PortalAddresses, PortalPage, PortalShipment } from '@milepost/contract';
import { daysBetween } from './date-format.ts';
import { isArriving } from './headline.ts';
import type { Wording } from './translator.ts';

/** A day that is still to come, and on which it is still expected. */
export function hasCalendarDay({ arrival, today, milestone }: PortalShipment): boolean {
  if (arrival === null || arrival.kind !== 'expected') return false;
  return isArriving.has(milestone) && daysBetween(today, arrival.toDay) >= 0;
}

/**
 * The expected day as an iCalendar file (RFC 5545): the whole day, because hours change and a calendar does not hear of it. The identity is the
 * shipment's, so that importing it again moves the entry. Null where there is no day to come.
 */
export function calendarOf(
  { shipment, brand }: PortalPage & { kind: 'shipment' },
  { publicUrl }: PortalAddresses,
  { wording, stampedAt }: { wording: Wording; stampedAt: number },
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
    `SUMMARY:${escaped(wording.say('calendarSummary', { name: brand.name }))}`,
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

/** The end of an event is the first day that is no part of it. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Whatever any program could take for the end of a line becomes an escaped one, and other control characters go. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

const lineBytesMax = 75;

/** Lines are at most 75 bytes; what is longer goes on after a space, never inside a character. */
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
