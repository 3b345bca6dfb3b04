import { z } from 'zod';
import { engines } from '../options.ts';

const figure = z.number().nullable();

export const machine = z.object({
  cores: z.int(),
  processor: z.string(),
  memoryGiB: z.number(),
  platform: z.string(),
  node: z.string(),
  loadAverageBefore: z.number(),
});

/** The result of `ingest`. Figures are null when there was too little to measure. */
export const ingestResult = z.object({
  engine: z.enum(engines),
  /** Messages acknowledged, a second. */
  messagesPerSecond: figure,
  /** Events that reached the live stream, a second, until the last one arrived. */
  eventsPerSecond: figure,
  /** From when a message was due to its acknowledgement. */
  acceptMsP50: figure,
  acceptMsP99: figure,
  /** From when a message was due to the arrival of its event on the live stream. */
  visibleMsP50: figure,
  visibleMsP99: figure,
  /** The same events written by plain multi-row inserts into the same engine. */
  rawInsertEventsPerSecond: figure,
  ratioToRawInsert: figure,
  /** Acknowledged events that are not in the record. */
  lost: z.int(),
  /** Events that are in the record more often than sent. */
  duplicated: z.int(),
  /** Messages sent a second; null: as many as were answered. */
  rate: figure,
  seconds: z.number(),
  warmUpSeconds: z.number(),
  messages: z.int(),
  events: z.int(),
  refused: z.int(),
  retries: z.int(),
  /** From the acceptance of the last message to the arrival of the last event. */
  drainMs: figure,
  /** Accepted events that never reached the live stream, and those that arrived twice. */
  unseen: z.int(),
  seenTwice: z.int(),
  apiReadMsP50: figure,
  apiReadMsP99: figure,
  apiReadFailures: z.int(),
  /** Processor time of the measuring processes, as shares of one core. */
  loadCpuShare: z.number(),
  benchCpuShare: z.number(),
  machine: machine.extend({ engineVersion: z.string() }),
});
export type IngestResult = z.infer<typeof ingestResult>;
