import type { Database } from '../store/database.ts';
import { countFeedHours } from '../store/feed-hours.ts';
import { listWorkspaces } from '../store/workspaces.ts';

const rowsAStep = 5_000;
/** A server that was busy or away catches up over some rounds and lets others work in between. */
const stepsMax = 100;

/** Counts what came since, as far as one round goes. */
export async function countFeeds(database: Database, isStopped: () => boolean): Promise<void> {
  for (const { id } of await listWorkspaces(database, null)) {
    for (let step = 0; step < stepsMax && !isStopped(); step++) {
      if ((await countFeedHours(database, id, rowsAStep)).looked < rowsAStep) break;
    }
  }
}
