import type { Place, PlaceText } from '@milepost/domain';
import type { Decoding } from '../../_kit/index.ts';
import type { Address } from './payload.ts';

export function placeTextOf(address: Address | undefined): PlaceText {
  const { city, stateProvince, postalCode, countryCode, country } = address ?? {};
  const text: PlaceText = {};
  if (city !== undefined) text.name = city;
  if (stateProvince !== undefined) text.region = stateProvince;
  if (postalCode !== undefined) text.postcode = postalCode;
  const land = countryCode ?? country;
  if (land !== undefined) text.country = land;
  return text;
}

/**
 * The place of a scan. The postcode helps to find the town and is then removed: pushes contain it and
 * answers do not, and the same scan must be the same event in both. The facility code (SLIC) is removed for
 * the same reason.
 */
export function scanPlace(decoding: Decoding, address: Address | undefined): Place | null {
  const place = decoding.place(placeTextOf(address));
  if (place?.name === undefined || place.postcode === undefined) return place;
  const { postcode: _left, ...rest } = place;
  return rest;
}
