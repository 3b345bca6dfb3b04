import type { Carrier } from '@milepost/connectors';
import type { FeedBody } from '@milepost/contract';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Queries } from '../../../platform/database/database.ts';
import { iso, isoOrNull } from '../../../platform/http/present-times.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import { assessFeedHealth } from '../feeds/assess-feed-health.ts';
import { slotSeconds } from '../store/feed-hours.ts';
import { type FeedHourRow, type FeedRow, readFeeds } from '../store/feeds.ts';

const hourMs = 3_600_000;
const hoursShown = 24;
const underWayMax = 10_000;
/**
 * Counting runs in the background; up to this many events that it has not reached yet are counted by the
 * query.
 */
const uncountedMax = 5_000;

export interface FeedRoutesDependencies {
  database: Queries;
  carriers: ReadonlyMap<string, Carrier>;
  clock: Clock;
}

export function serveFeeds(api: Api, deps: FeedRoutesDependencies): void {
  const { database, clock } = deps;

  serve(api, 'listFeeds', async ({ holder }) => {
    const { workspaceId } = holder;
    const at = clock.nowIn(workspaceId);
    const from = (Math.floor(at / hourMs) - hoursShown + 1) * hourMs;
    const hours = Array.from({ length: hoursShown }, (_, place) => from + place * hourMs);
    const rows = await readFeeds(database, { workspaceId, from, underWayMax, uncountedMax });
    const feeds = rows.map((row) => presentFeed(deps, row, { at, hours }));
    return answer(200, { feeds, countedUntil: isoOrNull(rows[0]?.countedUntil ?? null) });
  });
}

function presentFeed(
  deps: FeedRoutesDependencies,
  row: FeedRow,
  { at, hours }: { at: number; hours: readonly number[] },
): FeedBody {
  const carrier = deps.carriers.get(row.carrier);
  const { accountId, name, lastFailure, failures, unknownCodes, openProblems, underWay, hours: counts } = row;
  const byHour = Map.groupBy(counts, ({ hour }) => hour);
  return {
    accountId,
    carrier: row.carrier,
    name,
    ...assessFeedHealth(row, at),
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

/** The delay within which this share of the events arrived; events without a time are left out. */
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
