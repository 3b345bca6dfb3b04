import { z } from 'zod';
import { id, instant } from './fields.ts';

export const feedStates = ['fresh', 'late', 'silent', 'failing', 'idle'] as const;
export type FeedState = (typeof feedStates)[number];

const hourCount = z
  .strictObject({
    hour: instant.describe('Begin of the hour.'),
    events: z.int().describe('Events received in it.'),
  })
  .describe('Events of one hour.');

export const feed = z
  .strictObject({
    accountId: id.describe('Our id of the carrier account.'),
    carrier: z.string().describe('Name of the carrier.'),
    name: z.string().describe('What you call this account.'),
    state: z
      .enum(feedStates)
      .describe(
        'fresh: heard within its time; late and silent: not; failing: the last question was refused; idle: nothing is awaited.',
      ),
    rule: z.string().describe('Why it is in this state, in one sentence with the figures.'),
    underWay: z.int().describe('Shipments of this carrier that are under way, up to 10000.'),
    lastReceivedAt: instant.nullable().describe('When the last message came.'),
    lastAskedAt: instant.nullable().describe('When the carrier was last asked with success.'),
    lastFailure: z.string().nullable().describe('What went wrong last, until it works again.'),
    failures: z.int().describe('Questions that failed in a row.'),
    pausedUntil: instant.nullable().describe('It is not asked before this moment.'),
    asksRegularly: z.boolean().describe('Whether the carrier is asked regularly.'),
    pushes: z.boolean().describe('Whether the carrier can push to us.'),
    requestsPerDayMax: z
      .int()
      .nullable()
      .describe('Calls a day that the carrier grants; null when it names no limit.'),
    delayP50Seconds: z
      .number()
      .nullable()
      .describe(
        'From what happened until we heard of it: half of the events of the last 24 hours within this time, to about a tenth.',
      ),
    delayP95Seconds: z.number().nullable().describe('The same for 95 in 100.'),
    events: z.int().describe('Events received in the last 24 hours.'),
    unknownCodes: z.int().describe('Different codes of this account that wait in the review queue.'),
    openProblems: z.int().describe('Its open entries of the review queue, up to 1000.'),
    hours: z.array(hourCount).describe('The last 24 hours, the oldest first.'),
  })
  .describe('How one carrier account feeds us.');
export type FeedBody = z.infer<typeof feed>;

export const feedList = z
  .strictObject({
    feeds: z.array(feed).describe('One a carrier account. Up to 200.'),
    countedUntil: instant.nullable().describe('Events are counted up to this receipt; null while none is.'),
  })
  .describe('How the carriers feed us.');
