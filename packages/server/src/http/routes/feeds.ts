import type { FeedBody } from '@milepost/contract';
import { countFeedHours, slotSeconds } from '../../store/feed-hours.ts';
import {
  countedUntil,
  type FeedHourRow,
  type FeedRow,
  feedHours,
  listFeeds,
  underWayByCarrier,
} from '../../store/feeds.ts';
import { judgeFeed } from '../judge-feed.ts';
import { iso, isoOrNull } from '../present/times.ts';
import { answer, type Served, serve } from '../serve.ts';

const hourMs = 3_600_000;
const hoursShown = 24;
const underWayMax = 10_000;
/** What is not yet counted is caught up with on the way, as far as it is little; the rest is counted in the background. */
const catchUpRows = 2_000;

export function serveFeeds(served: Served): void {
  const { database, demo } = served.deps;

  serve(served, 'listFeeds', async ({ holder }) => {
    const { workspaceId } = holder;
    await countFeedHours(database, workspaceId, catchUpRows);
    const at = demo.nowIn(workspaceId);
    const hours = Array.from(
      { length: hoursShown },
      (_, place) => (Math.floor(at / hourMs) - hoursShown + 1 + place) * hourMs,
    );
    const rows = await listFeeds(database, workspaceId);
    const counts = Map.groupBy(
      await feedHours(database, workspaceId, hours[0] ?? at),
      (row) => row.accountId,
    );
    const carriers = [...new Set(rows.map((row) => row.carrier))];
    const underWay = await underWayByCarrier(database, workspaceId, carriers, underWayMax);
    const feeds = rows.map((row) =>
      presentFeed(served, row, {
        at,
        hours,
        counts: counts.get(row.accountId) ?? [],
        underWay: underWay.get(row.carrier) ?? 0,
      }),
    );
    return answer(200, { feeds, countedUntil: isoOrNull(await countedUntil(database, workspaceId)) });
  });
}

interface Surroundings {
  at: number;
  hours: readonly number[];
  counts: readonly FeedHourRow[];
  underWay: number;
}

function presentFeed(
  { deps }: Served,
  row: FeedRow,
  { at, hours, counts, underWay }: Surroundings,
): FeedBody {
  const carrier = deps.carriers.get(row.carrier);
  const byHour = Map.groupBy(counts, ({ hour }) => hour);
  const { accountId, name, lastFailure, failures, unknownCodes, openProblems } = row;
  return {
    accountId,
    carrier: row.carrier,
    name,
    ...judgeFeed({ ...row, underWay }, at),
    underWay,
    lastReceivedAt: isoOrNull(row.lastReceivedAt),
    lastAskedAt: isoOrNull(row.lastPolledAt),
    lastFailure,
    failures,
    pausedUntil: isoOrNull(row.pausedUntil !== null && row.pausedUntil > at ? row.pausedUntil : null),
    asksRegularly: row.pollEnabled,
    pushes: carrier?.webhook !== undefined,
    requestsPerDayMax: carrier?.manifest.limits.requestsPerDay ?? null,
    delayP50Seconds: delayAt(counts, 0.5),
    delayP95Seconds: delayAt(counts, 0.95),
    events: sum(counts),
    unknownCodes,
    openProblems,
    hours: hours.map((hour) => ({ hour: iso(hour), events: sum(byHour.get(hour) ?? []) })),
  };
}

function sum(rows: readonly FeedHourRow[]): number {
  return rows.reduce((total, { events }) => total + events, 0);
}

/** The delay within which this share of the events came; those without a time have no say. */
function delayAt(rows: readonly FeedHourRow[], share: number): number | null {
  const timed = rows.filter(({ slot }) => slot >= 0).sort((left, right) => left.slot - right.slot);
  const wanted = sum(timed) * share;
  let passed = 0;
  for (const { slot, events } of timed) {
    passed += events;
    if (passed >= wanted) return Math.round(slotSeconds(slot) * 10) / 10;
  }
  return null;
}
