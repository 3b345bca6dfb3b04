import { z } from 'zod';
import { id, instant, name } from './fields.ts';
import { shipmentFilterQuery, shipmentListQuery } from './shipments.ts';

/** Query parameters of the list, validated by its schema, so that an outdated view is detected. */
const viewQuery = z
  .record(z.string().max(40), z.string().max(1_000))
  .superRefine((query, context) => {
    const parsed = z
      .strictObject({ ...shipmentFilterQuery.shape, sort: shipmentListQuery.shape.sort })
      .safeParse(query);
    for (const issue of parsed.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message });
  })
  .describe('Filters and sort, as query parameters of GET /v1/shipments.');

export const savedViewGiven = z
  .strictObject({
    name: name(80).describe('Name of the view.'),
    query: viewQuery,
    columns: z
      .array(name(40))
      .max(40)
      .default([])
      .describe('Columns to show, in order; empty for the default columns.'),
    isShared: z.boolean().default(false).describe('Whether all members of the workspace see it.'),
  })
  .describe('A view to save.');

export const savedView = z
  .strictObject({
    id: id.describe('Id of the view.'),
    name: z.string().describe('Name of the view.'),
    query: z.record(z.string(), z.string()).describe('Filters and sort.'),
    columns: z.array(z.string()).describe('Columns to show; empty for the default columns.'),
    isShared: z.boolean().describe('Whether all members of the workspace see it.'),
    isOwn: z.boolean().describe('Whether the caller owns the view. Only the owner can change it.'),
    createdAt: instant.describe('Time of creation.'),
    updatedAt: instant.describe('Time of the last change.'),
  })
  .describe('A saved view of the shipment list.');
export type SavedViewBody = z.infer<typeof savedView>;

const countedView = z
  .strictObject({
    ...savedView.shape,
    count: z
      .int()
      .nullable()
      .describe('Number of shipments, up to 1000; null if its filters are no longer valid.'),
    isMore: z.boolean().describe('True if there are more.'),
  })
  .describe('A saved view with the number of its shipments.');

export const savedViewList = z
  .strictObject({
    views: z.array(countedView).describe('Own and shared views, sorted by name. Up to 100.'),
  })
  .describe('The saved views.');
