/** The queries of the list: every filter with every sort order, and common pairs of filters. */
export interface ListQuery {
  name: string;
  query: Readonly<Record<string, string>>;
}

const sorts = ['-updatedAt', 'createdAt', '-createdAt', 'despatchDate', '-despatchDate'];

/** Common and rare values of each filter; both must be fast. */
const filters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  none: {},
  'large carrier': { carrier: 'dhl-unified' },
  'small carrier': { carrier: 'fedex' },
  'in transit': { milestone: 'in_transit' },
  delivered: { milestone: 'delivered' },
  pending: { milestone: 'pending' },
  expired: { milestone: 'expired' },
  reference: { reference: 'ORDER-700000' },
  'reference of a customer': { reference: 'CUSTOMER-77' },
  'tracking number': { trackingNumber: 'SEED000000700000' },
  'large country': { destinationCountry: 'NL' },
  'middle country': { destinationCountry: 'AT' },
  'rare country': { destinationCountry: 'HU' },
  'one digit of a postcode': { destinationPostcode: '3' },
  'two digits of a postcode': { destinationPostcode: '35' },
  postcode: { destinationPostcode: '3511 AB' },
  'with an exception': { exception: 'true' },
  'without an exception': { exception: 'false' },
  'carrier and milestone': { carrier: 'postnl', milestone: 'out_for_delivery' },
  'small carrier and milestone': { carrier: 'fedex', milestone: 'in_transit' },
  'carrier with an exception': { carrier: 'gls', exception: 'true' },
  'country and milestone': { destinationCountry: 'BE', milestone: 'in_transit' },
  'country and carrier': { destinationCountry: 'GB', carrier: 'ups' },
  'country and postcode': { destinationCountry: 'NL', destinationPostcode: '351' },
};

/** Filters combined with a range of despatch dates, sorted by despatch. */
const withRange = [
  'none',
  'in transit',
  'pending',
  'delivered',
  'small carrier',
  'rare country',
  'with an exception',
];

export function listQueries(now: number): ListQuery[] {
  const plain = Object.entries(filters).flatMap(([name, filter]) =>
    sorts.map((sort) => ({ name: `${name}, by ${sort}`, query: { ...filter, sort } })),
  );
  const troubled = ['with an exception', 'carrier with an exception'].map((name) => ({
    name: `${name}, by updatedAt`,
    query: { ...filters[name], sort: 'updatedAt' },
  }));
  const ranged = Object.entries(rangesAt(now)).flatMap(([range, days]) =>
    withRange.flatMap((name) =>
      ['despatchDate', '-despatchDate'].map((sort) => ({
        name: `${name}, despatched ${range}, by ${sort}`,
        query: { ...filters[name], ...days, sort },
      })),
    ),
  );
  return [...plain, ...troubled, ...ranged];
}

function rangesAt(now: number): Record<string, Record<string, string>> {
  const daysAgo = (days: number): string => new Date(now - days * 86_400_000).toISOString().slice(0, 10);
  return {
    yesterday: { despatchedFrom: daysAgo(1), despatchedTo: daysAgo(1) },
    'in a week half a year ago': { despatchedFrom: daysAgo(190), despatchedTo: daysAgo(184) },
    'up to five days ago': { despatchedTo: daysAgo(5) },
  };
}
