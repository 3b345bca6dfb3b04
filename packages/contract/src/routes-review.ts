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
    summary: 'See the review queue by cause',
    access: 'review:read',
    query: z.strictObject({}),
    answers: { 200: { description: 'Groups, the largest first.', schema: reviewGroupList } },
  }),
  listReviewEntries: route({
    operationId: 'listReviewEntries',
    method: 'GET',
    path: '/v1/review/entries',
    tag: 'Review',
    summary: 'List entries of the review queue',
    access: 'review:read',
    query: reviewEntriesQuery,
    answers: { 200: { description: 'A page of open entries, newest first.', schema: reviewEntryPage } },
    problems: ['invalid_cursor'],
  }),
  replayReview: route({
    operationId: 'replayReview',
    method: 'POST',
    path: '/v1/review/replay',
    tag: 'Review',
    summary: 'Process messages again',
    description:
      'Once a code is mapped or a fault is mended. What still cannot be read comes back as a new entry.',
    access: 'review:write',
    body: reviewSelection,
    answers: { 200: { description: 'What is processed again.', schema: reviewReplayed } },
    example: exampleSelection,
  }),
  dismissReview: route({
    operationId: 'dismissReview',
    method: 'POST',
    path: '/v1/review/dismiss',
    tag: 'Review',
    summary: 'Close entries without doing anything',
    access: 'review:write',
    body: reviewSelection,
    answers: { 200: { description: 'What was closed.', schema: reviewDismissed } },
    example: exampleSelection,
  }),
} as const;
