import type { Database } from '../../../platform/database/database.ts';
import { type Repetition, repeatWork } from '../../../platform/jobs/repeat-work.ts';
import { countFeeds, forgetFeedHours } from '../../carriers/index.ts';
import { listWorkspaces } from '../../people/index.ts';
import { overviewRulesAt } from '../overview-rules.ts';
import { noteOverview, overviewFigures } from '../store/overview.ts';

/** Frequent, so that each run is short and few messages remain for a reader of the feeds to count. */
const countEveryMs = 1_000;
const hourMs = 3_600_000;
const feedHoursKeptMs = 8 * 24 * hourMs;

/** Stores history for the pages: today's figures every hour, and the events of each feed every second. */
export function startCountingFigures(
  database: Database,
  tools: { now(): number; onFailure(error: unknown): void },
): Repetition {
  return repeatWork(
    [
      { everyMs: countEveryMs, work: (isStopping) => countFeeds(database, isStopping) },
      { everyMs: hourMs, work: () => storeFigures(database, tools.now()) },
    ],
    tools.onFailure,
  );
}

export async function storeFigures(database: Database, now: number): Promise<void> {
  const { day, ...rules } = overviewRulesAt(now, 'UTC');
  for (const { id } of await listWorkspaces(database, null)) {
    await noteOverview(database, id, day, await overviewFigures(database, id, rules));
  }
  await forgetFeedHours(database, now - feedHoursKeptMs);
}
