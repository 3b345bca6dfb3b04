import type { Database } from '../../../platform/database/database.ts';
import { countFeedHours, workspacesToCount } from '../store/feed-hours.ts';

const rowsAStep = 1_000;
/** A server that was busy or stopped catches up over several rounds, so that other queries run in between. */
const stepsMax = 200;

/** Counts new events, at most one round's worth. */
export async function countFeeds(database: Database, isStopped: () => boolean): Promise<void> {
  for (const id of await workspacesToCount(database)) {
    for (let step = 0; step < stepsMax && !isStopped(); step++) {
      if ((await countFeedHours(database, id, rowsAStep)).looked < rowsAStep) break;
    }
  }
}
