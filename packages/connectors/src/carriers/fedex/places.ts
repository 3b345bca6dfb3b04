import type { PlaceText } from '@milepost/domain';
import type { Address } from './payload.ts';

/** `facility` is the carrier's own number of the building, where it tells one. */
export function placeTextOf(address: Address | undefined, facility?: string): PlaceText {
  const text: PlaceText = {};
  if (address?.city) text.name = address.city;
  const street = streetOf(address);
  if (street) text.street = street;
  if (address?.postalCode) text.postcode = address.postalCode;
  if (address?.stateOrProvinceCode) text.region = address.stateOrProvinceCode;
  const country = address?.countryCode ?? address?.countryName;
  if (country) text.country = country;
  if (facility) {
    text.code = facility;
    text.codeSystem = 'facility';
  }
  return text;
}

/** Lists of one empty line are the rule. */
function streetOf(address: Address | undefined): string {
  const lines = address?.streetLines ?? [];
  return lines
    .filter((line): line is string => typeof line === 'string' && line.trim() !== '')
    .map((line) => line.trim())
    .join(', ');
}
