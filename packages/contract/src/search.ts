import { z } from 'zod';
import { name } from './fields.ts';
import { shipment } from './shipments.ts';

export const searchQuery = z.strictObject({
  q: name(100)
    .min(2)
    .describe(
      'Search text: a part (four characters or more) of a number or reference, words of a name, an e-mail address or a postcode. All words must match.',
    ),
});

/** The fields that are searched; of two equally good matches the first field takes precedence. */
export const searchMatches = [
  'tracking_number',
  'tracking_id',
  'reference',
  'email',
  'name',
  'postcode',
] as const;
export type SearchMatch = (typeof searchMatches)[number];

export const searchHit = z
  .strictObject({
    value: z
      .string()
      .nullable()
      .describe('The matching value of the shipment; null if the caller is not allowed to see it.'),
    quality: z
      .enum(['exact', 'begins', 'contains', 'similar'])
      .describe('How the search text matches the value; similar allows one typing error per word.'),
    shipment: shipment.describe('The shipment.'),
  })
  .describe('One matching shipment.');

export const searchGroup = z
  .strictObject({
    matched: z.enum(searchMatches).describe('The field that matched.'),
    hits: z.array(searchHit).describe('Best match first, then newest first.'),
  })
  .describe('Shipments that match in the same field.');

/** Maximum number of shipments in a search result. */
export const searchHitsMax = 20;

export const searchResult = z
  .strictObject({
    groups: z.array(searchGroup).describe('The group with the best match first.'),
    isMore: z.boolean().describe('True if there are more matches than returned.'),
  })
  .describe(`Up to ${searchHitsMax} shipments, each in the group of its best match.`);
export type SearchResult = z.infer<typeof searchResult>;
