import { asDay, type EventTime, type Place, readIsoTime, type TimeWindow } from '@milepost/domain';

/** Midnight without offset: only the day is meant. */
const bareMidnight = /T00:00(?::00(?:\.0+)?)?$/;
/** Midnight with an offset that is not of the place: days are sent as midnight at -06:00, even in summer. */
const anyMidnight = /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** The time of a scan: its own offset, or else the zone of its place. */
export function readScanTime(text: string, place: Place | null): EventTime | null {
  const time = readIsoTime(text, zoneHints(place));
  return time && bareMidnight.test(text) ? asDay(time) : time;
}

/** A time of the whole parcel, at its destination. Midnight stands for the day. */
export function readStatedTime(text: string, destination: Place | null): EventTime | null {
  const day = anyMidnight.test(text) ? text.slice(0, text.indexOf('T')) : text;
  return readIsoTime(day, zoneHints(destination));
}

/**
 * A window of two times, each of which may be missing; undefined when neither is readable. A single day is
 * the whole day.
 */
export function readStatedWindow(
  begins: string | undefined,
  ends: string | undefined,
  destination: Place | null,
): TimeWindow | undefined {
  const from = begins === undefined ? null : readStatedTime(begins, destination);
  const to = ends === undefined ? null : readStatedTime(ends, destination);
  if (from === null && to === null) return undefined;
  return from === null && to?.precision === 'day' ? { from: to, to } : { from, to };
}

function zoneHints(place: Place | null): { zone: string; source: 'place' }[] {
  return place?.zone === undefined ? [] : [{ zone: place.zone, source: 'place' }];
}
