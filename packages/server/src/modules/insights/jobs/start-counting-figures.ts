import type { Database } from '../../../platform/database/database.ts';
import { countFeeds, forgetFeedHours } from '../../carriers/index.ts';
import { listWorkspaces } from '../../people/index.ts';
import { overviewRulesAt } from '../overview-rules.ts';
import { noteOverview, overviewFigures } from '../store/overview.ts';

/** Stores history for the pages: today's figures every hour, and the events of each feed every second. */
export interface CountingFigures {
  stop(): Promise<void>;
}

/** Frequent, so that each run is short and few messages remain for a reader of the feeds to count. */
const countEveryMs = 1_000;
const hourMs = 3_600_000;
const feedHoursKeptMs = 8 * 24 * hourMs;

export function startCountingFigures(
  database: Database,
  tools: { now(): number; onFailure(error: unknown): void },
): CountingFigures {
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;
  // Runs are sequential, so that a slow run and the next one do not overlap.
  const run = (work: () => Promise<void>): void => {
    running = running.then(() => (isStopped ? undefined : work())).catch(tools.onFailure);
  };
  const timers = [
    setInterval(() => run(() => countFeeds(database, () => isStopped)), countEveryMs),
    setInterval(() => run(() => storeFigures(database, tools.now())), hourMs),
  ];
  return {
    async stop() {
      isStopped = true;
      for (const timer of timers) clearInterval(timer);
      await running;
    },
  };
}

export async function storeFigures(database: Database, now: number): Promise<void> {
  const { day, ...rules } = overviewRulesAt(now, 'UTC');
  for (const { id } of await listWorkspaces(database, null)) {
    await noteOverview(database, id, day, await overviewFigures(database, id, rules));
  }
  await forgetFeedHours(database, now - feedHoursKeptMs);
}
