import { z } from 'zod';
import { countParameter, cursor, instant, name, nextCursor } from './fields.ts';
import { reviewProblem } from './history.ts';

const entryId = z.int().positive();

export const reviewGroup = z
  .strictObject({
    carrier: z.string().describe('The carrier.'),
    kind: z.string().describe('What could not be read.'),
    cause: z.string().describe('The code or the kind at fault.'),
    count: z.int().describe('Open entries.'),
    firstSeenAt: instant.describe('When the oldest open entry was made.'),
    lastSeenAt: instant.describe('When the newest was made.'),
    sampleIds: z.array(entryId).describe('Ids of up to three entries, newest first.'),
  })
  .describe('Entries with one cause.');

export const reviewGroupList = z
  .strictObject({
    groups: z.array(reviewGroup).describe('Up to 500 groups, the largest first.'),
  })
  .describe('The review queue by cause, the largest first.');

export const reviewEntriesQuery = z.strictObject({
  carrier: name(40).optional().describe('Only this carrier.'),
  kind: name(40).optional().describe('Only this kind.'),
  cause: name(200).optional().describe('Only this cause.'),
  limit: countParameter(200).default(50).describe('Entries on a page, up to 200.'),
  cursor: cursor.optional(),
});

export const reviewEntry = z
  .strictObject({
    id: entryId.describe('Id of the entry.'),
    carrier: z.string().describe('The carrier.'),
    ...reviewProblem.shape,
    kind: z.string().describe('What could not be read.'),
    createdAt: instant.describe('When the entry was made.'),
  })
  .describe('A part of a message that could not become a fact.');

export const reviewEntryPage = z
  .strictObject({ entries: z.array(reviewEntry).describe('Open entries, newest first.'), nextCursor })
  .describe('A page of the review queue.');

const group = z
  .strictObject({
    carrier: name(40).describe('The carrier.'),
    kind: name(40).describe('The kind.'),
    cause: name(200).describe('The cause.'),
  })
  .describe('All open entries with this cause.');

/** Either ids or a group, so that nobody replays everything by leaving something out. */
export const reviewSelection = z
  .strictObject({
    ids: z.array(entryId).min(1).max(1_000).optional().describe('Ids of entries.'),
    group: group.optional().describe('All open entries with this cause.'),
  })
  .refine((selection) => (selection.ids === undefined) !== (selection.group === undefined), {
    error: 'Give either ids or group.',
  })
  .describe('Which entries.');
export type ReviewSelection = z.infer<typeof reviewSelection>;

export const reviewReplayed = z
  .strictObject({
    entries: z.int().describe('Entries that were closed.'),
    messages: z.int().describe('Messages that are processed again.'),
  })
  .describe('Entries whose message is no longer kept stay open.');

export const reviewDismissed = z
  .strictObject({ entries: z.int().describe('Entries that were closed.') })
  .describe('What was dismissed.');
