import { z } from 'zod';
import { countParameter, cursor, instant, name, nextCursor } from './fields.ts';
import { reviewProblem } from './history.ts';

const entryId = z.int().positive();

const reviewGroup = z
  .strictObject({
    carrier: z.string().describe('The carrier.'),
    kind: z.string().describe('Kind of problem.'),
    cause: z.string().describe('The code or kind that caused the problem.'),
    count: z.int().describe('Open entries.'),
    firstSeenAt: instant.describe('When the oldest open entry was created.'),
    lastSeenAt: instant.describe('When the newest open entry was created.'),
    sampleIds: z.array(entryId).describe('Ids of up to three entries, newest first.'),
  })
  .describe('Entries with the same cause.');

export const reviewGroupList = z
  .strictObject({
    groups: z.array(reviewGroup).describe('Up to 500 groups, largest first.'),
  })
  .describe('The review queue grouped by cause, largest group first.');

export const reviewEntriesQuery = z.strictObject({
  carrier: name(40).optional().describe('Only this carrier.'),
  kind: name(40).optional().describe('Only this kind.'),
  cause: name(200).optional().describe('Only this cause.'),
  limit: countParameter(200).default(50).describe('Entries per page, up to 200.'),
  cursor: cursor.optional(),
});

const reviewEntry = z
  .strictObject({
    id: entryId.describe('Id of the entry.'),
    carrier: z.string().describe('The carrier.'),
    ...reviewProblem.shape,
    kind: z.string().describe('Kind of problem.'),
    createdAt: instant.describe('When the entry was created.'),
  })
  .describe('A part of a message that could not be decoded.');

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

/** Either ids or a group is required, so that an empty selection does not mean everything. */
export const reviewSelection = z
  .strictObject({
    ids: z.array(entryId).min(1).max(1_000).optional().describe('Ids of entries.'),
    group: group.optional().describe('All open entries with this cause.'),
  })
  .refine((selection) => (selection.ids === undefined) !== (selection.group === undefined), {
    error: 'Specify either ids or group.',
  })
  .describe('The selected entries.');
export type ReviewSelection = z.infer<typeof reviewSelection>;

export const reviewReplayed = z
  .strictObject({
    entries: z.int().describe('Entries that were closed.'),
    messages: z.int().describe('Messages that are processed again.'),
  })
  .describe('The result. Entries whose message was deleted stay open.');

export const reviewDismissed = z
  .strictObject({ entries: z.int().describe('Entries that were closed.') })
  .describe('The result of dismissing entries.');
