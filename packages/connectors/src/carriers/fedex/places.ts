import type { PlaceText } from '@milepost/domain';
import type { Address } from './payload.ts';

/** `facility` is FedEx's own number of the building, if there is one. */
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

/** Lists usually contain one empty line. */
function streetOf(address: Address | undefined): string {
  const lines = address?.streetLines ?? [];
  return lines
    .filter((line): line is string => typeof line === 'string' && line.trim() !== '')
    .map((line) => line.trim())
    .join(', ');
}
