import { z } from 'zod';
import { speedMax } from '../world/clock.ts';

/** The configuration file of run.ts. Instants are ISO 8601. */
const carrier = z.object({
  carrier: z.string().min(1),
  credentials: z.record(z.string(), z.string()).default({}),
  hookUrl: z.url().optional(),
});

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const rate = z.number().min(0).max(1);

const faultRates = z.union([
  z.literal(['none', 'normal', 'heavy']),
  z.object({
    repeat: rate,
    reorder: rate,
    delay: rate,
    drop: rate,
    wrongClock: rate,
    garbage: rate,
    unknownCode: rate,
    silence: rate,
    outage: rate,
  }),
]);

const simulation = z.object({
  mode: z.literal('simulation'),
  seed: z.int(),
  carriers: z
    .array(
      carrier.extend({
        parcels: z.int().min(0),
        callsPerSecondMax: z.number().positive().optional(),
      }),
    )
    .min(1),
  faultRates: faultRates.default('normal'),
  labels: z.object({ from: instant, to: instant }),
  clock: z.object({
    startAt: instant,
    speed: z.number().min(1).max(speedMax),
    mayRunAhead: z.boolean().default(false),
  }),
  reportedUntil: instant.optional(),
  port: z.int().min(0).max(65_535).default(0),
});

const load = z.object({
  mode: z.literal('load'),
  seed: z.int(),
  targets: z.array(carrier.required({ hookUrl: true })).min(1),
  parcels: z.int().min(1),
  before: instant,
  ratePerSecond: z.number().positive().nullable(),
  rampSeconds: z.number().min(0).default(0),
  seconds: z.number().positive(),
  connections: z.int().min(1).default(32),
  pipelining: z.int().min(1).default(8),
  preparedMax: z.int().min(1).default(300_000),
});

export const runConfig = z.discriminatedUnion('mode', [simulation, load]);
export type SimulationConfig = z.infer<typeof simulation>;
export type LoadConfig = z.infer<typeof load>;

const faults = z.object({
  silent: z.boolean().optional(),
  duplicates: z.boolean().optional(),
  clockErrorMinutes: z.int().optional(),
  outage: z.boolean().optional(),
  garbage: z.boolean().optional(),
  unknownCodes: z.boolean().optional(),
});

/** Commands to run.ts on its standard input: a JSON object on each line. */
export const runCommand = z.discriminatedUnion('command', [
  z.object({ command: z.literal('start'), hookUrls: z.record(z.string(), z.url()).default({}) }),
  z.object({ command: z.literal('faults'), carrier: z.string(), faults }),
  z.object({ command: z.literal('truth'), carrier: z.string(), trackingNumber: z.string() }),
  z.object({ command: z.literal('stop') }),
]);
export type RunCommand = z.infer<typeof runCommand>;
