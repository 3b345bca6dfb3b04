import type { Database } from '../../../platform/database/database.ts';
import { countFeeds, forgetFeedHours } from '../../carriers/index.ts';
import { listWorkspaces } from '../../people/index.ts';
import { overviewRulesAt } from '../overview-rules.ts';
import { noteOverview, overviewFigures } from '../store/overview.ts';

/** Notes what pages show of the past: how today's figures stand, every hour, and how many events each feed brought, every second. */
export interface CountingFigures {
  stop(): Promise<void>;
}

/** Often, so that each time is short and little is left for whoever reads the feeds to count on the way. */
const countEveryMs = 1_000;
const hourMs = 3_600_000;
const feedHoursKeptMs = 8 * 24 * hourMs;

export function startCountingFigures(
  database: Database,
  tools: { now(): number; onFailure(error: unknown): void },
): CountingFigures {
  let round: Promise<void> = Promise.resolve();
  let isStopped = false;
  // One round after the other, so that a slow one is not met by the next.
  const run = (work: () => Promise<void>): void => {
    round = round.then(() => (isStopped ? undefined : work())).catch(tools.onFailure);
  };
  const timers = [
    setInterval(() => run(() => countFeeds(database, () => isStopped)), countEveryMs),
    setInterval(() => run(() => noteFigures(database, tools.now())), hourMs),
  ];
  return {
    async stop() {
      isStopped = true;
      for (const timer of timers) clearInterval(timer);
      await round;
    },
  };
}

export async function noteFigures(database: Database, now: number): Promise<void> {
  const { day, ...rules } = overviewRulesAt(now, 'UTC');
  for (const { id } of await listWorkspaces(database, null)) {
    await noteOverview(database, id, day, await overviewFigures(database, id, rules));
  }
  await forgetFeedHours(database, now - feedHoursKeptMs);
}
