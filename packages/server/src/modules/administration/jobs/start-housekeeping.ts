import type { Database } from '../../../platform/database/database.ts';
import { sweep } from '../../../platform/database/sweep.ts';
import { forgetIdempotencyKeys } from '../../../platform/http/store/idempotency.ts';
import { createRawPartitions, dropRawBefore } from '../../ingestion/index.ts';
import { forgetChangesBefore } from '../../outbound/index.ts';
import { forgetExpired } from '../../people/index.ts';

/** Makes tomorrow's room before it is needed and clears away what every reader has read. */
export interface Housekeeping {
  stop(): Promise<void>;
}

/** In a busy time some ten thousand dead rows, which are swept in the time of a batch or two. */
const sweepEveryMs = 5_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const daysAhead = 3;
/** A stream or a webhook that was away longer than this starts from the record instead. */
const changesKeptMs = 14 * dayMs;

export function startHousekeeping(
  database: Database,
  tools: { now(): number; rawKeptDays: number; onFailure(error: unknown): void },
): Housekeeping {
  let round: Promise<void> = Promise.resolve();
  // One round after the other, so that two never meet on the same table.
  const run = (work: () => Promise<void>): void => {
    round = round.then(work).catch(tools.onFailure);
  };
  const timers = [
    setInterval(() => run(() => tidyOnce(database, tools)), hourMs),
    setInterval(() => run(() => sweep(database, 'often')), sweepEveryMs),
    setInterval(() => run(() => sweep(database, 'rarely')), hourMs),
  ];
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await round;
    },
  };
}

async function tidyOnce(database: Database, tools: { now(): number; rawKeptDays: number }): Promise<void> {
  const now = tools.now();
  await makePartitionsAhead(database, now);
  await forgetChangesBefore(database, now - changesKeptMs);
  await forgetIdempotencyKeys(database);
  await forgetExpired(database);
  await dropRawBefore(database, dayOf(now - tools.rawKeptDays * dayMs));
}

function dayOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

/** Partitions for today and the next days; called once before the first message too. */
export async function makePartitionsAhead(database: Database, now: number): Promise<void> {
  const days = Array.from({ length: daysAhead + 1 }, (_, ahead) => dayOf(now + ahead * dayMs));
  await createRawPartitions(database, days);
}
