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

/** What `ingest` prints. Figures are null when there was too little to measure them. */
export const ingestResult = z.object({
  engine: z.enum(engines),
  /** Messages answered 202, a second. */
  messagesPerSecond: figure,
  /** Events that came all the way to the live stream, a second, until the last one was there. */
  eventsPerSecond: figure,
  /** From when a message was to be sent to its 202. */
  acceptMsP50: figure,
  acceptMsP99: figure,
  /** From when a message was to be sent to the arrival of its event on the live stream. */
  visibleMsP50: figure,
  visibleMsP99: figure,
  /** The same events written by plain multi-row inserts into the same engine. */
  rawInsertEventsPerSecond: figure,
  ratioToRawInsert: figure,
  /** Events acknowledged and not in the record. */
  lost: z.int(),
  /** Events in the record more often than told. */
  duplicated: z.int(),
  /** Messages a second that were sent; null is as many as were answered. */
  rate: figure,
  seconds: z.number(),
  warmUpSeconds: z.number(),
  messages: z.int(),
  events: z.int(),
  refused: z.int(),
  retries: z.int(),
  /** How long the last event came after the last message was accepted. */
  drainMs: figure,
  /** Accepted events that never came to the live stream, and those that came again. */
  unseen: z.int(),
  seenTwice: z.int(),
  apiReadMsP50: figure,
  apiReadMsP99: figure,
  apiReadFailures: z.int(),
  /** Processor time of those who measure, as shares of one core. */
  loadCpuShare: z.number(),
  benchCpuShare: z.number(),
  machine: machine.extend({ engineVersion: z.string() }),
});
export type IngestResult = z.infer<typeof ingestResult>;
