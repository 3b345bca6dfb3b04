import { z } from 'zod';
import {
  reviewDismissed,
  reviewEntriesQuery,
  reviewEntryPage,
  reviewGroupList,
  reviewReplayed,
  reviewSelection,
} from './review.ts';
import { route } from './route.ts';

const exampleSelection = { group: { carrier: 'postnl', kind: 'unknown_code', cause: 'X9' } };

export const reviewRoutes = {
  listReviewGroups: route({
    operationId: 'listReviewGroups',
    method: 'GET',
    path: '/v1/review',
    tag: 'Review',
    summary: 'List the review queue grouped by cause',
    access: 'review:read',
    query: z.strictObject({}),
    responses: { 200: { description: 'Groups, largest first.', schema: reviewGroupList } },
  }),
  listReviewEntries: route({
    operationId: 'listReviewEntries',
    method: 'GET',
    path: '/v1/review/entries',
    tag: 'Review',
    summary: 'List entries of the review queue',
    access: 'review:read',
    query: reviewEntriesQuery,
    responses: { 200: { description: 'A page of open entries, newest first.', schema: reviewEntryPage } },
    problems: ['invalid_cursor'],
  }),
  replayReview: route({
    operationId: 'replayReview',
    method: 'POST',
    path: '/v1/review/replay',
    tag: 'Review',
    summary: 'Process messages again',
    description:
      'Use it after a code was mapped or a bug was fixed. Parts that still cannot be decoded become new entries.',
    access: 'review:write',
    body: reviewSelection,
    responses: {
      200: { description: 'The number of messages that are processed again.', schema: reviewReplayed },
    },
    example: exampleSelection,
  }),
  dismissReview: route({
    operationId: 'dismissReview',
    method: 'POST',
    path: '/v1/review/dismiss',
    tag: 'Review',
    summary: 'Dismiss entries',
    access: 'review:write',
    body: reviewSelection,
    responses: { 200: { description: 'The number of dismissed entries.', schema: reviewDismissed } },
    example: exampleSelection,
  }),
} as const;
