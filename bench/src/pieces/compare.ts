import { median } from '../percentile.ts';

export interface Sides {
  own(): Promise<unknown>;
  library(): Promise<unknown>;
}

/** Median milliseconds of each side. They take turns, so that other load on the machine meets both alike. */
export async function medianTimes(sides: Sides, rounds: number): Promise<{ own: number; library: number }> {
  const times: { own: number[]; library: number[] } = { own: [], library: [] };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (['own', 'library'] as const) : (['library', 'own'] as const);
    for (const side of order) times[side].push(await timeOf(sides[side]));
  }
  return { own: median(times.own) ?? 0, library: median(times.library) ?? 0 };
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
