import type { Database } from '../../../platform/database/database.ts';
import { sweep } from '../../../platform/database/sweep.ts';
import { forgetIdempotencyKeys } from '../../../platform/http/store/idempotency.ts';
import { type Repetition, repeatWork } from '../../../platform/jobs/repeat-work.ts';
import { createRawPartitions, dropRawBefore } from '../../ingestion/index.ts';
import { forgetChangesBefore } from '../../outbound/index.ts';
import { forgetExpired } from '../../people/index.ts';

/**
 * Under load about ten thousand dead rows gather in this time, which are swept in the time of one or two
 * batches.
 */
const sweepEveryMs = 5_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const daysAhead = 3;
/** A stream or webhook that was offline for longer has to read the record instead. */
const changesKeptMs = 14 * dayMs;

/** Creates partitions ahead of time and deletes data that is no longer needed. */
export function startHousekeeping(
  database: Database,
  tools: { now(): number; rawKeptDays: number; onFailure(error: unknown): void },
): Repetition {
  return repeatWork(
    [
      { everyMs: hourMs, work: () => deleteExpired(database, tools) },
      { everyMs: sweepEveryMs, work: () => sweep(database, 'often') },
      { everyMs: hourMs, work: () => sweep(database, 'rarely') },
    ],
    tools.onFailure,
  );
}

async function deleteExpired(
  database: Database,
  tools: { now(): number; rawKeptDays: number },
): Promise<void> {
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

/** Creates partitions for today and the next days. Also called before the first message. */
export async function makePartitionsAhead(database: Database, now: number): Promise<void> {
  const days = Array.from({ length: daysAhead + 1 }, (_, ahead) => dayOf(now + ahead * dayMs));
  await createRawPartitions(database, days);
}
