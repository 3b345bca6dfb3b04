/**
 * Compares the processor time of two checkouts on one machine:
 *
 *   ingest: for each run a new server of one checkout, under the same load at a fixed rate
 *   list:   one server of each checkout on the same shipments, with rounds of queries in turn
 *
 * Processor time and not latency, because it hardly depends on other work of the machine.
 */

import path from 'node:path';
import { root } from '../checkout.ts';
import { withCleanup } from '../cleanup.ts';
import type { Log } from '../log.ts';
import { describeMachine, type Machine } from '../machine.ts';
import type { EngineName } from '../options.ts';
import { measureIngest } from './measure-ingest.ts';
import { startListSide } from './measure-list.ts';
import type { ProcessorTime } from './open-meter.ts';
import { type Comparison, compareMedians, type Pair, runPairs } from './run-pairs.ts';

export interface CompareOptions {
  base: string;
  measures: readonly MeasureName[];
  pairs: number;
  seconds: number;
  warmUpSeconds: number;
  rates: Readonly<Record<EngineName, number>>;
  shipments: number;
  rounds: number;
}

export const measureNames = ['ingest-pglite', 'ingest-postgres', 'list'] as const;
export type MeasureName = (typeof measureNames)[number];

export interface CompareResult {
  comparisons: Comparison[];
  machine: Machine;
}

export async function runCompare(options: CompareOptions, log: Log): Promise<CompareResult> {
  const machine = describeMachine();
  const comparisons: Comparison[] = [];
  for (const name of options.measures) {
    const pairs = name === 'list' ? await listPairs(options, log) : await ingestPairs(name, options, log);
    comparisons.push(...asComparisons(name, pairs));
  }
  return { comparisons, machine };
}

const folderOf = (side: keyof Pair<unknown>, base: string): string =>
  side === 'base' ? path.resolve(base) : root;

function ingestPairs(
  name: Exclude<MeasureName, 'list'>,
  { base, pairs, rates, seconds, warmUpSeconds }: CompareOptions,
  log: Log,
): Promise<Pair<ProcessorTime>[]> {
  const engine = name === 'ingest-pglite' ? 'pglite' : 'postgres';
  const run = { engine, rate: rates[engine], seconds, warmUpSeconds } as const;
  return runPairs(pairs, (side, pair) => {
    log(`${name}, pair ${pair + 1} of ${pairs}: ${side}`);
    return measureIngest(folderOf(side, base), run, log);
  });
}

function listPairs(
  { base, pairs, shipments, rounds }: CompareOptions,
  log: Log,
): Promise<Pair<ProcessorTime>[]> {
  return withCleanup(async (cleanup) => {
    log(`list: creating ${shipments} shipments for each checkout`);
    const sides = {
      base: await startListSide(folderOf('base', base), shipments, cleanup),
      current: await startListSide(folderOf('current', base), shipments, cleanup),
    };
    return runPairs(pairs, (side, pair) => {
      log(`list, pair ${pair + 1} of ${pairs}: ${side}`);
      return sides[side].measure(rounds);
    });
  });
}

/** With PostgreSQL the server and the sum with the database are compared; with PGlite they are the same. */
function asComparisons(name: MeasureName, pairs: readonly Pair<ProcessorTime>[]): Comparison[] {
  const unit = name === 'list' ? 'µs per query' : 'µs per event';
  const compare = (about: string, sideOf: (time: ProcessorTime) => number): Comparison =>
    compareMedians(
      about,
      unit,
      pairs.map(({ base, current }) => ({ base: sideOf(base), current: sideOf(current) })),
    );
  const total = compare(name, ({ server, database }) => server + database);
  return name === 'ingest-pglite' ? [total] : [total, compare(`${name}, server`, ({ server }) => server)];
}
