import { forgetChangesBefore } from '../store/changes.ts';
import type { Database } from '../store/database.ts';
import { createRawPartitions } from '../store/raw-messages.ts';

/** Makes tomorrow's room before it is needed and clears away what every reader has read. */
export interface Housekeeping {
  stop(): Promise<void>;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const daysAhead = 3;
/** A stream or a webhook that was away longer than this starts from the record instead. */
const changesKeptMs = 14 * dayMs;

export function startHousekeeping(
  database: Database,
  tools: { now(): number; onFailure(error: unknown): void },
): Housekeeping {
  let round: Promise<void> = Promise.resolve();
  const run = (): void => {
    round = tidyOnce(database, tools.now()).catch(tools.onFailure);
  };
  const timer = setInterval(run, hourMs);
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}

export async function tidyOnce(database: Database, now: number): Promise<void> {
  await makeRoomAhead(database, now);
  await forgetChangesBefore(database, now - changesKeptMs);
}

/** Partitions for today and the next days; called once before the first message too. */
export async function makeRoomAhead(database: Database, now: number): Promise<void> {
  const days = Array.from({ length: daysAhead + 1 }, (_, ahead) =>
    new Date(now + ahead * dayMs).toISOString().slice(0, 10),
  );
  await createRawPartitions(database, days);
}
