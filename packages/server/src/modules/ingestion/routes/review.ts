import type { ReviewSelection } from '@milepost/contract';
import { z } from 'zod';
import type { Database } from '../../../platform/database/database.ts';
import { readCursor, writeCursor } from '../../../platform/http/cursor.ts';
import { iso } from '../../../platform/http/present-times.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import {
  dismissEntries,
  listReviewEntries,
  listReviewGroups,
  type ReviewChoice,
  replayEntries,
} from '../store/review.ts';

export interface ReviewRoutesDependencies {
  database: Database;
  /** Messages are in the inbox again. */
  wakeWorker(): void;
}

export function serveReview(api: Api, deps: ReviewRoutesDependencies): void {
  const { database, wakeWorker } = deps;

  serve(api, 'listReviewGroups', async ({ holder }) => {
    const groups = await listReviewGroups(database, holder.workspaceId);
    const shown = groups.map(({ firstSeenAt, lastSeenAt, ...group }) => ({
      ...group,
      firstSeenAt: iso(firstSeenAt),
      lastSeenAt: iso(lastSeenAt),
    }));
    return answer(200, { groups: shown });
  });

  serve(api, 'listReviewEntries', async ({ query, holder }) => {
    const { cursor, limit, ...filter } = query;
    const beforeId = readCursor(cursor, filter, z.int().positive()) ?? undefined;
    const rows = await listReviewEntries(database, holder.workspaceId, { ...filter, beforeId }, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const nextCursor = rows.length > limit && last ? writeCursor(filter, last.id) : null;
    const entries = shown.map((row) => ({
      ...row,
      receivedAt: iso(row.receivedAt),
      createdAt: iso(row.createdAt),
    }));
    return answer(200, { entries, nextCursor });
  });

  serve(api, 'replayReview', async ({ body, holder }) => {
    const replayed = await replayEntries(database, holder.workspaceId, choiceOf(body));
    if (replayed.messages > 0) wakeWorker();
    return answer(200, replayed);
  });

  serve(api, 'dismissReview', async ({ body, holder }) => {
    return answer(200, { entries: await dismissEntries(database, holder.workspaceId, choiceOf(body)) });
  });
}

/** The schema guarantees that one of the two is given. */
function choiceOf({ ids = [], group }: ReviewSelection): ReviewChoice {
  return group ? { group } : { ids };
}
