import { setTimeout } from 'node:timers/promises';
import type { Parcel } from '../dialect.ts';
import { LoadMessages, type LoadMessagesRequest } from './load-messages.ts';
import type { LoadRecord } from './load-records.ts';
import { type LoadCounts, LoadRun, type LoadRunOptions } from './load-run.ts';
import { Connection } from './open-connection.ts';
import { steadyPace } from './pace.ts';
import { PreparedMessages } from './prepared-messages.ts';

export interface LoadOptions extends LoadMessagesRequest, LoadRunOptions {
  connections: number;
  /**
   * Messages to create before the start and to keep ready as far as time allows. One takes about 1.5 KB and
   * creating it takes longer than sending it, so a measurement should prepare all of them.
   */
  preparedMax: number;
}

export interface Load {
  /** Total number of messages. */
  messages: number;
  /** To be registered before the start. */
  parcels(): Generator<Parcel>;
  /** Creates messages ahead of the start. */
  prepare(): void;
  run(): Promise<LoadSummary>;
  counts(): LoadCounts;
  records(): Iterable<LoadRecord>;
  stop(): Promise<void>;
}

export interface LoadSummary extends LoadCounts {
  seconds: number;
  acceptedPerSecond: number;
  /** Latency from due to accepted; null when nothing was accepted. */
  acceptMsP50: number | null;
  acceptMsP99: number | null;
  /** Processor time of this process, as a share of one core. */
  cpuShare: number;
}

/**
 * All targets must have the same host and port. Throws a RangeError when they differ or when a carrier does
 * not push.
 */
export function startLoad(options: LoadOptions): Load {
  const origins = new Set(options.targets.map(({ hookUrl }) => new URL(hookUrl).origin));
  const [origin] = origins;
  if (origin === undefined || origins.size > 1)
    throw new RangeError('All hooks of a load must have the same host and port.');
  const messages = new LoadMessages(options);
  const prepared = new PreparedMessages(
    messages[Symbol.iterator]().take(messageCountMax(options)),
    options.preparedMax,
  );
  const connections = Array.from(
    { length: options.connections },
    () => new Connection(origin, options.pipelining),
  );
  const run = new LoadRun(prepared, options, {
    connections,
    now: () => performance.timeOrigin + performance.now(),
    sleep: (ms) => setTimeout(ms),
  });
  return {
    messages: messages.count(),
    parcels: () => messages.parcels(),
    prepare: () => prepared.prepare(options.preparedMax),
    run: () => measured(run),
    counts: () => run.counts(),
    records: () => run.records,
    async stop() {
      await Promise.all(connections.map((connection) => connection.close()));
    },
  };
}

/** The number of messages that fit into the time; more need not be prepared. */
function messageCountMax({ ratePerSecond, rampSeconds, seconds }: LoadOptions): number {
  if (ratePerSecond === null) return Number.POSITIVE_INFINITY;
  return Math.ceil(steadyPace(ratePerSecond, rampSeconds).dueCount(seconds * 1_000));
}

async function measured(run: LoadRun): Promise<LoadSummary> {
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  await run.run();
  const { user, system } = process.cpuUsage(cpuBefore);
  const seconds = (performance.now() - started) / 1_000;
  const counts = run.counts();
  return {
    ...counts,
    seconds,
    acceptedPerSecond: counts.accepted / seconds,
    acceptMsP50: run.records.acceptMs(50),
    acceptMsP99: run.records.acceptMs(99),
    cpuShare: (user + system) / 1_000_000 / seconds,
  };
}
