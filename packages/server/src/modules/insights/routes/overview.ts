import { type Overview, type OverviewMeasure, overviewMeasures } from '@milepost/contract';
import { TtlCache } from '../../../platform/cache/ttl-cache.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { iso } from '../../../platform/http/present-times.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import { dayAfter, lookBackRules, overviewRulesAt } from '../overview-rules.ts';
import {
  noteOverview,
  type OverviewDay,
  type OverviewFigures,
  overviewDays,
  overviewFigures,
  reconstructDays,
} from '../store/overview.ts';

const daysShown = 14;
/** Many screens show the same figures, so a count is cached for a short time. */
const figuresAgeMsMax = 2_000;
/** Missing days are derived again after this time at the earliest. */
const deriveAgainMs = 60_000;
/** A day that was derived recently is derived again, because the record may have been incomplete. */
const rederivedWithinMs = 60 * 60_000;

export interface OverviewRoutesDependencies {
  database: Database;
  now(): number;
  clock: Clock;
}

export function serveOverview(api: Api, deps: OverviewRoutesDependencies): void {
  const { database, now, clock } = deps;
  const looked = new TtlCache<true>({ ageMsMax: deriveAgainMs, sizeMax: 10_000, now });
  const counted = new TtlCache<OverviewFigures>({ ageMsMax: figuresAgeMsMax, sizeMax: 1_000, now });

  serve(api, 'readOverview', async ({ query, holder }) => {
    const { workspaceId } = holder;
    const rules = overviewRulesAt(clock.nowIn(workspaceId), query.zone);
    const key = `${workspaceId} ${query.zone}`;
    const figures = counted.get(key) ?? (await overviewFigures(database, workspaceId, rules));
    if (counted.get(key) === undefined) {
      counted.keep(key, figures);
      if (query.zone === 'UTC') await noteOverview(database, workspaceId, rules.day, figures);
    }
    const days = Array.from({ length: daysShown }, (_, place) => dayAfter(rules.day, place - daysShown + 1));
    const past = await pastOf(deps, workspaceId, days.slice(0, -1), looked);
    const measures = overviewMeasures.map((name) => ({
      name,
      count: figures[name],
      filter: filterOf(name, rules),
      meaning: meanings[name],
      trend: [...days.slice(0, -1).map((day) => past.get(day)?.[name] ?? null), figures[name]],
    }));
    return answer(200, { day: rules.day, days, measures });
  });
}

/** The figures of past days. Days without stored figures are derived from the record. */
async function pastOf(
  { database, now }: OverviewRoutesDependencies,
  workspaceId: string,
  days: readonly string[],
  looked: TtlCache<true>,
): Promise<Map<string, OverviewDay>> {
  const stored = await overviewDays(database, workspaceId, days);
  const known = new Map(stored.map((row) => [row.day, row]));
  const missing = days.filter((day) => {
    const row = known.get(day);
    return (
      row === undefined || (row.reconstructedAt !== null && now() - row.reconstructedAt < rederivedWithinMs)
    );
  });
  if (missing.length === 0 || looked.get(workspaceId)) return known;
  looked.keep(workspaceId, true);
  if (!(await reconstructDays(database, workspaceId, missing, lookBackRules))) return known;
  return new Map((await overviewDays(database, workspaceId, days)).map((row) => [row.day, row]));
}

type Rules = ReturnType<typeof overviewRulesAt>;

/** The filter of the shipment list that selects the shipments of a measure. */
function filterOf(name: OverviewMeasure, rules: Rules): Overview['measures'][number]['filter'] {
  switch (name) {
    case 'needsPerson':
      return { exception: 'true' };
    case 'atRisk':
      return { milestone: rules.atRisk.join(','), dueBefore: iso(rules.dueBefore) };
    case 'outForDelivery':
      return { milestone: 'out_for_delivery' };
    case 'delivered':
      return { deliveredFrom: iso(rules.deliveredFrom), deliveredBefore: iso(rules.deliveredBefore) };
    case 'notMoved':
      return { milestone: rules.moving.join(','), notMovedSince: rules.notMovedSince };
  }
}

const meanings: Readonly<Record<OverviewMeasure, string>> = {
  needsPerson: 'Shipments that need attention: damaged, held, not delivered, or without a scan for too long.',
  atRisk: 'Shipments due today or earlier that are not out for delivery yet.',
  outForDelivery: 'Shipments on the delivery vehicle.',
  delivered: 'Shipments delivered today.',
  notMoved: 'Shipments that should be moving but had no scan for three days.',
};
