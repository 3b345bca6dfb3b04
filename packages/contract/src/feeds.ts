import { z } from 'zod';
import { id, instant } from './fields.ts';

/** How a carrier feed is doing; see the description of `feed.state`. */
export const feedStates = ['fresh', 'late', 'silent', 'failing', 'idle'] as const;
export type FeedState = (typeof feedStates)[number];

const hourCount = z
  .strictObject({
    hour: instant.describe('Start of the hour.'),
    events: z.int().describe('Events received in this hour.'),
  })
  .describe('Number of events in one hour.');

export const feed = z
  .strictObject({
    accountId: id.describe('Id of the carrier account.'),
    carrier: z.string().describe('Name of the carrier.'),
    name: z.string().describe('Display name of the account.'),
    state: z
      .enum(feedStates)
      .describe(
        'fresh: messages arrive as expected; late, silent: no messages for longer than expected; failing: the last request to the carrier failed; idle: no messages are expected.',
      ),
    rule: z.string().describe('The reason for the state, in one sentence with figures.'),
    underWay: z.int().describe('Shipments of this carrier under way, up to 10000.'),
    lastReceivedAt: instant.nullable().describe('Time of the last message.'),
    lastAskedAt: instant.nullable().describe('Time of the last successful query.'),
    lastFailure: z.string().nullable().describe('The last failure; null after a success.'),
    failures: z.int().describe('Number of consecutive failed requests.'),
    pausedUntil: instant.nullable().describe('Polling is paused until this time.'),
    asksRegularly: z.boolean().describe('Whether the carrier is queried regularly.'),
    pushes: z.boolean().describe('Whether the carrier can push messages.'),
    requestsPerDayMax: z
      .int()
      .nullable()
      .describe('The carrier’s limit of requests per day; null if it has none.'),
    delayP50Seconds: z
      .number()
      .nullable()
      .describe('Median delay from the event to its receipt in the last 24 hours, accurate to about 10 %.'),
    delayP95Seconds: z.number().nullable().describe('The 95th percentile of the same delay.'),
    events: z.int().describe('Events received in the last 24 hours.'),
    unknownCodes: z.int().describe('Distinct unknown codes of this account in the review queue.'),
    openProblems: z.int().describe('Open entries in the review queue, up to 1000.'),
    hours: z.array(hourCount).describe('The last 24 hours, oldest first.'),
  })
  .describe('The feed of one carrier account.');
export type FeedBody = z.infer<typeof feed>;

export const feedList = z
  .strictObject({
    feeds: z.array(feed).describe('One feed per carrier account, up to 200.'),
    countedUntil: instant
      .nullable()
      .describe('Events received up to this time are counted; null before the first.'),
  })
  .describe('The feeds of the carrier accounts.');
