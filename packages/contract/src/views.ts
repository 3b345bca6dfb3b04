import { z } from 'zod';
import { id, instant, name } from './fields.ts';
import { shipmentFilter, shipmentListQuery } from './shipments.ts';

/** Parameters of a list as they stand in an address, held to the list's own schema, so that a view cannot go stale unseen. */
const viewQuery = z
  .record(z.string().max(40), z.string().max(1_000))
  .superRefine((query, context) => {
    const parsed = z
      .strictObject({ ...shipmentFilter.shape, sort: shipmentListQuery.shape.sort })
      .safeParse(query);
    for (const issue of parsed.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message });
  })
  .describe('Filters and sort, named and written as for GET /v1/shipments.');

export const savedViewGiven = z
  .strictObject({
    name: name(80).describe('What it is called.'),
    query: viewQuery,
    columns: z
      .array(name(40))
      .max(40)
      .default([])
      .describe('Columns to show, in their order; empty for the usual ones.'),
    isShared: z.boolean().default(false).describe('Whether everybody in the workspace sees it.'),
  })
  .describe('A view to keep.');

export const savedView = z
  .strictObject({
    id: id.describe('Our id of the view.'),
    name: z.string().describe('What it is called.'),
    query: z.record(z.string(), z.string()).describe('Filters and sort.'),
    columns: z.array(z.string()).describe('Columns to show; empty for the usual ones.'),
    isShared: z.boolean().describe('Whether everybody in the workspace sees it.'),
    isOwn: z.boolean().describe('Whether it belongs to whoever asks, who alone may change it.'),
    createdAt: instant.describe('When it was made.'),
    updatedAt: instant.describe('When it was changed last.'),
  })
  .describe('A kept view of the list of shipments.');
export type SavedViewBody = z.infer<typeof savedView>;

export const countedView = z
  .strictObject({
    ...savedView.shape,
    count: z
      .int()
      .nullable()
      .describe('How many shipments it shows, up to 1000; null when its filters no longer fit.'),
    isMore: z.boolean().describe('True when there are more than that.'),
  })
  .describe('A view with the number of its shipments.');

export const savedViewList = z
  .strictObject({
    views: z.array(countedView).describe('Your own and those that are shared, by name. Up to 100.'),
  })
  .describe('The views that you see.');
