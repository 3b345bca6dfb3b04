import { percentile } from '../percentile.ts';
import { listQueries } from './list-queries.ts';

/** A running server, queried over HTTP. */
export interface ListTarget {
  url: string;
  key: string;
}

export interface ListMeasurement {
  shipments: number;
  events: number;
  queries: { name: string; p50Ms: number; p95Ms: number }[];
  worstP95Ms: number;
  shipmentWithHistoryMsP95: number;
}

/** Requests for each query: the first page and the ones after it. */
const rounds = 20;
const pagesMax = 4;
const historyRounds = 300;

export async function measureList(
  target: ListTarget,
  size: Pick<ListMeasurement, 'shipments' | 'events'>,
  now: number,
): Promise<ListMeasurement> {
  const queries: ListMeasurement['queries'] = [];
  for (const { name, query } of listQueries(now)) {
    const timesMs = await timesOf(target, query);
    queries.push({ name, p50Ms: tenths(timesMs, 50), p95Ms: tenths(timesMs, 95) });
  }
  queries.sort((left, right) => right.p95Ms - left.p95Ms);
  const shipmentWithHistoryMsP95 = tenths(await historyTimes(target), 95);
  return { ...size, queries, worstP95Ms: queries[0]?.p95Ms ?? 0, shipmentWithHistoryMsP95 };
}

interface Page {
  shipments: { id: string }[];
  nextCursor: string | null;
}

async function timesOf(target: ListTarget, query: Readonly<Record<string, string>>): Promise<number[]> {
  const timesMs: number[] = [];
  await ask(target, `/v1/shipments?${new URLSearchParams(query)}`);
  let cursor: string | null = null;
  for (let round = 0; round < rounds; round++) {
    const search: string = new URLSearchParams(cursor === null ? query : { ...query, cursor }).toString();
    const { answer, tookMs } = await ask(target, `/v1/shipments?${search}`);
    timesMs.push(tookMs);
    // The contract's shipmentPage.
    const { nextCursor } = answer as Page;
    cursor = round % pagesMax === pagesMax - 1 ? null : nextCursor;
  }
  return timesMs;
}

/** Shipments from the whole year. */
async function historyTimes(target: ListTarget): Promise<number[]> {
  const ids: string[] = [];
  for (const sort of ['createdAt', '-createdAt', '-updatedAt']) {
    const { answer } = await ask(target, `/v1/shipments?sort=${sort}&limit=100`);
    // The contract's shipmentPage.
    ids.push(...(answer as Page).shipments.map((shipment) => shipment.id));
  }
  const timesMs: number[] = [];
  for (const id of ids.slice(0, historyRounds)) {
    timesMs.push((await ask(target, `/v1/shipments/${id}/history`)).tookMs);
  }
  return timesMs;
}

async function ask({ url, key }: ListTarget, path: string): Promise<{ answer: unknown; tookMs: number }> {
  const start = performance.now();
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } });
  const body: unknown = await answer.json();
  const tookMs = performance.now() - start;
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${JSON.stringify(body)}`);
  return { answer: body, tookMs };
}

function tenths(timesMs: readonly number[], rank: number): number {
  return Math.round((percentile(timesMs, rank) ?? 0) * 10) / 10;
}
