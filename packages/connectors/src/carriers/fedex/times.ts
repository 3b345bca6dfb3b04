import { asDay, type EventTime, type Place, readIsoTime, type TimeWindow } from '@milepost/domain';

/** A clock at midnight without offset: only the day is meant. */
const bareMidnight = /T00:00(?::00(?:\.0+)?)?$/;
/** The same with an offset, which is then no offset of a place: days are sent as midnight at -06:00, in summer too. */
const anyMidnight = /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** The time of a scan. Its offset is that of the place and wins; without one the zone of the place tells. */
export function readScanTime(text: string, place: Place | null): EventTime | null {
  const time = readIsoTime(text, zoneHints(place));
  return time && bareMidnight.test(text) ? asDay(time) : time;
}

/** A time stated about the parcel as a whole, at its destination. Midnight stands for the day. */
export function readStatedTime(text: string, destination: Place | null): EventTime | null {
  const day = anyMidnight.test(text) ? text.slice(0, text.indexOf('T')) : text;
  return readIsoTime(day, zoneHints(destination));
}

/** From two stated times, either of which may be missing; undefined when neither can be read. A lone day is the whole day. */
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
