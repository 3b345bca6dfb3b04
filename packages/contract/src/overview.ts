import { isKnownZone } from '@milepost/domain';
import { z } from 'zod';
import { text } from './fields.ts';

export const overviewQuery = z.strictObject({
  zone: text(60)
    .refine(isKnownZone, { error: 'Must be an IANA time zone like Europe/Amsterdam.' })
    .default('UTC')
    .describe('Time zone (IANA) of the day.'),
});

/** The figures of the Today page, in order. */
export const overviewMeasures = ['needsPerson', 'atRisk', 'outForDelivery', 'delivered', 'notMoved'] as const;
export type OverviewMeasure = (typeof overviewMeasures)[number];

const measure = z
  .strictObject({
    name: z.enum(overviewMeasures).describe('Name of the figure.'),
    count: z.int().describe('Number of shipments now; for delivered: today.'),
    filter: z
      .record(z.string(), z.string())
      .describe('Query parameters of GET /v1/shipments that return these shipments.'),
    meaning: z.string().describe('What is counted, in one sentence.'),
    trend: z
      .array(z.int().nullable())
      .describe(
        'The figure for each of `days`; the last one is the current figure. Null for days without data.',
      ),
  })
  .describe('One figure with its filter and trend.');

export const overview = z
  .strictObject({
    day: z.string().describe('The current date in the requested time zone.'),
    days: z.array(z.string()).describe('The fourteen days of the trends, ending today.'),
    measures: z.array(measure).describe('The figures of the Today page.'),
  })
  .describe('The current figures of the workspace.');
export type Overview = z.infer<typeof overview>;
