import type { EventTime, Place, ShipmentDetails, TimeWindow } from '@milepost/domain';
import type { Decoding } from '../../_kit/index.ts';
import { itemsOf, type PostnlShipment, readAddress } from './payload.ts';
import { readPostnlDay, readPostnlTime } from './read-times.ts';

const recipient = '01';
const sender = '02';

/** Statements about the whole parcel. Streets and names of people are not read. */
export function detailsOf(payload: PostnlShipment, decoding: Decoding, pointer: string): ShipmentDetails {
  const { Barcode, MainBarcode, Reference, ProductDescription, ShipmentAmount, Dimension } = payload;
  const references = [Reference, MainBarcode].filter((number) => number !== undefined && number !== Barcode);
  return withoutUndefined({
    estimatedDelivery: estimatedDelivery(payload, decoding, pointer),
    service: ProductDescription && withoutEntities(ProductDescription),
    // Only texts pass the filter above.
    references: references.length > 0 ? (references as string[]) : undefined,
    parcelCount: wholeNumber(ShipmentAmount),
    // Grams, as in the request that created the label.
    weightGrams: wholeNumber(Dimension?.Weight),
    ...places(payload, decoding, pointer),
  });
}

function estimatedDelivery(
  payload: PostnlShipment,
  decoding: Decoding,
  pointer: string,
): TimeWindow | undefined {
  const { ETAFrom, ETATo } = payload.Expectation ?? {};
  const read = (
    value: unknown,
    name: string,
    reader: (text: string) => EventTime | null,
  ): EventTime | null => {
    if (typeof value !== 'string' || value === '' || value === '{}') return null;
    const time = reader(value);
    if (!time) decoding.problem('unreadable_time', `${name} holds no time.`, `${pointer}/${name}`);
    return time;
  };
  const from = read(ETAFrom, 'Expectation/ETAFrom', readPostnlTime);
  const to = read(ETATo, 'Expectation/ETATo', readPostnlTime);
  if (from !== null || to !== null) return { from, to };
  const day = read(payload.DeliveryDate, 'DeliveryDate', readPostnlDay);
  return day === null ? undefined : { from: day, to: day };
}

function places(
  payload: PostnlShipment,
  decoding: Decoding,
  pointer: string,
): Pick<ShipmentDetails, 'origin' | 'destination'> {
  const found: Pick<ShipmentDetails, 'origin' | 'destination'> = {};
  for (const [value] of itemsOf(payload.Address, `${pointer}/Address`)) {
    const { AddressType, City, Zipcode, CountryCode } = readAddress(value) ?? {};
    const place: Place | null = decoding.place(
      withoutUndefined({ name: City, postcode: Zipcode, country: CountryCode }),
    );
    if (place === null) continue;
    if (AddressType === recipient) found.destination = place;
    if (AddressType === sender) found.origin = place;
  }
  return found;
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number.parseInt(value, 10) : value;
  return typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : undefined;
}

/** Product names arrive escaped for HTML: `Parcels &lt;= 10 kg`. */
function withoutEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  // Entries with the value undefined are removed, which is what the type says.
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;
}
