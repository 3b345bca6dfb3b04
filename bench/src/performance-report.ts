import { z } from 'zod';
import { ingestResult, machine } from './ingest/ingest-result.ts';
import { screensResult } from './screens/screens-result.ts';

/** docs/reference/performance.json: the results of `all`. The page beside it is generated from this file. */
const decodeResult = z.object({
  eventsPerSecond: z.number(),
  eventsPerCpuSecond: z.number(),
  perCarrier: z.record(z.string(), z.number()),
  machine,
});

const readyResult = z.object({ readyMs: z.array(z.number()), readyMsMedian: z.number().nullable(), machine });

const listResult = z.object({
  shipments: z.int(),
  events: z.int(),
  queries: z.array(z.object({ name: z.string(), p50Ms: z.number(), p95Ms: z.number() })),
  worstP95Ms: z.number(),
  shipmentWithHistoryMsP95: z.number(),
});

const measured = <T extends z.ZodType>(result: T) =>
  z.object({
    command: z.string(),
    /** The day of a section that was measured separately; absent: the day of the report. */
    measuredOn: z.iso.date().optional(),
    result,
  });

export const performanceReport = z.object({
  /** ISO 8601, when the last measurement ended. */
  measuredAt: z.iso.datetime(),
  postgresSaturation: measured(ingestResult),
  postgresRate: measured(ingestResult),
  pgliteSaturation: measured(ingestResult),
  pgliteRate: measured(ingestResult),
  decode: measured(decodeResult),
  list: measured(listResult).nullable(),
  ready: measured(readyResult),
  /** Null in reports from before the screens were measured. */
  screens: measured(screensResult).nullable().default(null),
});
export type PerformanceReport = z.infer<typeof performanceReport>;
