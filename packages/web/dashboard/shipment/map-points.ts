import type { TimelineEntryView } from '../../api/views.ts';
import type { MapPoint } from '../../ui/map/map-point.ts';
import { formatPlace } from '../../ui/text/format-place.ts';

/**
 * Places of a timeline with coordinates, oldest first. Consecutive events at the same place are one point.
 * Planned events are left out.
 */
export function mapPoints(timeline: readonly TimelineEntryView[]): MapPoint[] {
  const points: MapPoint[] = [];
  for (const { place, classifier } of timeline.toReversed()) {
    const point = place?.point;
    if (!point || classifier !== 'actual') continue;
    const last = points.at(-1);
    if (last?.lat === point.lat && last.lon === point.lon) continue;
    points.push({ lat: point.lat, lon: point.lon, label: formatPlace(place) });
  }
  return points;
}
