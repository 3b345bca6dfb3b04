import { z } from 'zod';
import { name } from './fields.ts';
import { shipment } from './shipments.ts';

export const searchQuery = z.strictObject({
  q: name(100)
    .min(2)
    .describe(
      'Anything known of a shipment: any part (four characters and more) of a number or reference, words of a name, an e-mail address, a postcode; several words must all fit.',
    ),
});

/** By what a shipment is found; of two that fit equally well the first says more. */
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
      .describe('What matched, as it stands in the shipment; null where it may not be shown.'),
    quality: z
      .enum(['exact', 'begins', 'contains', 'similar'])
      .describe('How what was typed stands in it; similar allows one slip of the finger a word.'),
    shipment: shipment.describe('The shipment.'),
  })
  .describe('One shipment that was found.');

export const searchGroup = z
  .strictObject({
    matched: z.enum(searchMatches).describe('By what the shipments of this group were found.'),
    hits: z.array(searchHit).describe('Best first, then newest first.'),
  })
  .describe('Shipments found by the same thing.');

export const searchHitsMax = 20;

export const searchResult = z
  .strictObject({
    groups: z.array(searchGroup).describe('The group with the best hit first.'),
    isMore: z.boolean().describe('True when more were found than are shown.'),
  })
  .describe(`Up to ${searchHitsMax} shipments, each in the group that says best why.`);
export type SearchResult = z.infer<typeof searchResult>;
