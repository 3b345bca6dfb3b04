import type { PortalMapStop } from '@milepost/contract';
import type { GeoPoint, PlaceText } from '@milepost/domain';
import type { PortalRecord } from '../store/portal-shipment.ts';
import { shownEntries } from './portal-view.ts';

/** Points closer than this, in degrees, count as the same town. */
const sameTown = 0.05;

/**
 * The places of the shipment in order, each stay once, and its destination until it has arrived. Empty when
 * no place is known.
 */
export function mapStopsOf(record: PortalRecord): PortalMapStop[] {
  const stops: PortalMapStop[] = [];
  for (const { lead } of shownEntries(record)) addStop(stops, lead.place, 'passed');
  const last = stops.at(-1);
  if (!last) return [];
  last.kind = 'now';
  const isEnded = Object.values(record.states).every((state) => state.ended === 'hard');
  if (!isEnded) addStop(stops, destinationOf(record), 'destination');
  return stops;
}

/** The sender's destination, or the carrier's one if only that could be located. */
function destinationOf({ destination, states }: PortalRecord): PlaceText | null {
  if (destination?.point !== undefined) return destination;
  return Object.values(states).find(({ details }) => details.destination)?.details.destination ?? null;
}

function addStop(stops: PortalMapStop[], place: PlaceText | null, kind: PortalMapStop['kind']): void {
  if (place?.point === undefined) return;
  const { point } = place;
  const last = stops.at(-1);
  if (last && isNear(last, point)) return;
  stops.push({ label: place.name ?? '', lat: point.lat, lon: point.lon, kind });
}

function isNear(stop: PortalMapStop, point: GeoPoint): boolean {
  return Math.abs(stop.lat - point.lat) < sameTown && Math.abs(stop.lon - point.lon) < sameTown;
}
