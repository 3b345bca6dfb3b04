import type { PlaceView } from '../../api/views.ts';

/** A place in one line: `Utrecht, NL`. */
export function formatPlace(place: PlaceView | null | undefined): string {
  if (!place) return '';
  const name =
    place.name ?? (place.codeSystem === 'facility' ? `Facility ${place.code}` : place.code) ?? place.postcode;
  return [name, place.country].filter(Boolean).join(', ');
}
