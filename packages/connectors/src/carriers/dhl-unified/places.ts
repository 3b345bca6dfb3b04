import type { Place, PlaceText, ZoneHint } from '@milepost/domain';
import type { DhlPlace } from './payload.ts';
import { homeZone } from './services.ts';

export function placeText(source: DhlPlace | undefined): PlaceText {
  const address = source?.address;
  const text: PlaceText = {};
  if (address === undefined) return text;
  if (address.addressLocality !== undefined) text.name = address.addressLocality;
  if (address.streetAddress !== undefined) text.street = address.streetAddress;
  if (address.postalCode !== undefined) text.postcode = address.postalCode;
  if (address.addressRegion !== undefined) text.region = address.addressRegion;
  if (address.countryCode !== undefined) text.country = address.countryCode.toUpperCase();
  return text;
}

/** A clock without offset shows the local time of the place, or else of the home country of the division. */
export function zoneHints(service: string, place: Place | null): ZoneHint[] {
  if (place?.zone !== undefined) return [{ zone: place.zone, source: 'place' }];
  const zone = homeZone(service, place?.country);
  return zone === null ? [] : [{ zone, source: 'carrier_default' }];
}
