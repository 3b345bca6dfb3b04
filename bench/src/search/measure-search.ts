import { percentile } from '../percentile.ts';
import { searches } from './search-queries.ts';

/** Queries a running server over HTTP. */
export interface SearchMeasurement {
  shipments: number;
  searches: { name: string; hits: number; firstMs: number; p50Ms: number; p95Ms: number }[];
  /** Over every request, including the first of each search. */
  searchMsP95: number;
  overviewMsP95: number;
  countMsP95: number;
}

const rounds = 40;

interface Target {
  url: string;
  key: string;
}

export async function measureSearch(target: Target, shipments: number): Promise<SearchMeasurement> {
  const all: number[] = [];
  const measured: SearchMeasurement['searches'] = [];
  for (const [name, typed] of Object.entries(searches)) {
    const path = `/v1/search?${new URLSearchParams({ q: typed })}`;
    const { timesMs, body } = await ask(target, path);
    // The contract's searchResult.
    const { groups } = body as { groups: { hits: unknown[] }[] };
    const hits = groups.reduce((sum, group) => sum + group.hits.length, 0);
    all.push(...timesMs);
    measured.push({
      name,
      hits,
      firstMs: rounded(timesMs[0]),
      p50Ms: rounded(percentile(timesMs, 50)),
      p95Ms: rounded(percentile(timesMs, 95)),
    });
  }
  const p95Of = async (path: string): Promise<number> =>
    rounded(percentile((await ask(target, path)).timesMs, 95));
  return {
    shipments,
    searches: measured,
    searchMsP95: rounded(percentile(all, 95)),
    overviewMsP95: await p95Of('/v1/overview'),
    countMsP95: await p95Of('/v1/shipments/count?facets=true'),
  };
}

async function ask({ url, key }: Target, path: string): Promise<{ timesMs: number[]; body: unknown }> {
  const timesMs: number[] = [];
  let body: unknown;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } });
    body = await answer.json();
    timesMs.push(performance.now() - start);
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${JSON.stringify(body)}`);
  }
  return { timesMs, body };
}

function rounded(value: number | null | undefined): number {
  return Math.round((value ?? 0) * 10) / 10;
}
