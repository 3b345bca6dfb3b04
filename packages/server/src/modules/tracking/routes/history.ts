import { normaliseTrackingNumber, readTrackingId } from '@milepost/domain';
import type { Queries } from '../../../platform/database/database.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import { findShipment } from '../find-shipment.ts';
import { presentHistory, type TimeRange } from '../present/history.ts';
import {
  legsOf,
  openProblemsOf,
  type ShipmentRecord,
  shipmentByTrackingId,
  shipmentsByNumber,
  sourcedFactsOf,
} from '../store/shipment-read.ts';

const shipmentsMax = 20;

export interface HistoryRoutesDependencies {
  database: Queries;
}

export function serveHistory(api: Api, deps: HistoryRoutesDependencies): void {
  serve(api, 'readHistory', async ({ params, query, holder }) => {
    const shipment = await findShipment(deps, holder.workspaceId, params.id);
    return answer(200, await historyOf(deps, holder.workspaceId, shipment, rangeOf(query)));
  });

  serve(api, 'track', async ({ query, holder }) => {
    const { workspaceId } = holder;
    const found = await findByNumber(deps, workspaceId, query.number);
    const range = rangeOf(query);
    const shipments = await Promise.all(
      found.shipments.map((shipment) => historyOf(deps, workspaceId, shipment, range)),
    );
    return answer(200, { number: found.number, shipments });
  });
}

async function findByNumber(
  { database }: HistoryRoutesDependencies,
  workspaceId: string,
  typed: string,
): Promise<{ number: string; shipments: ShipmentRecord[] }> {
  const trackingId = readTrackingId(typed);
  const own = trackingId === null ? null : await shipmentByTrackingId(database, workspaceId, trackingId);
  if (trackingId !== null && own) return { number: trackingId, shipments: [own] };
  const number = normaliseTrackingNumber(typed);
  return { number, shipments: await shipmentsByNumber(database, workspaceId, number, shipmentsMax) };
}

async function historyOf(
  { database }: HistoryRoutesDependencies,
  workspaceId: string,
  shipment: ShipmentRecord,
  range: TimeRange,
) {
  const legs = await legsOf(database, [shipment.id]);
  const facts = await sourcedFactsOf(
    database,
    legs.map((leg) => leg.id),
  );
  const rawMessageIds = [...new Set(facts.map((fact) => fact.rawMessageId))];
  const problems = await openProblemsOf(database, workspaceId, rawMessageIds);
  return presentHistory({ shipment, legs, facts, problems }, range);
}

function rangeOf({ from, to }: { from?: string | undefined; to?: string | undefined }): TimeRange {
  return { from: from === undefined ? null : Date.parse(from), to: to === undefined ? null : Date.parse(to) };
}
