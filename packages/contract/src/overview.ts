import { isKnownZone } from '@milepost/domain';
import { z } from 'zod';
import { text } from './fields.ts';

export const overviewQuery = z.strictObject({
  zone: text(60)
    .refine(isKnownZone, { error: 'Must be a time zone of the IANA list, like Europe/Amsterdam.' })
    .default('UTC')
    .describe('Time zone (IANA) in which today is today.'),
});

export const overviewMeasures = ['needsPerson', 'atRisk', 'outForDelivery', 'delivered', 'notMoved'] as const;
export type OverviewMeasure = (typeof overviewMeasures)[number];

const measure = z
  .strictObject({
    name: z.enum(overviewMeasures).describe('Which figure.'),
    count: z.int().describe('How many shipments now; of delivered, how many today.'),
    filter: z
      .record(z.string(), z.string())
      .describe('Parameters of GET /v1/shipments that give exactly these shipments.'),
    meaning: z.string().describe('What is counted, in one sentence.'),
    trend: z
      .array(z.int().nullable())
      .describe('The figure on each of `days`, the last one now; null for a day on which nobody noted it.'),
  })
  .describe('One figure with the shipments behind it and how it went.');

export const overview = z
  .strictObject({
    day: z.string().describe('Today in the zone asked for.'),
    days: z.array(z.string()).describe('The fourteen days of the trends, today the last one.'),
    measures: z.array(measure).describe('The figures of the page Today.'),
  })
  .describe('How it stands today.');
export type Overview = z.infer<typeof overview>;
