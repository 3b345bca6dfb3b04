import path from 'node:path';
import { withCleanup } from '../cleanup.ts';
import type { Log } from '../log.ts';
import { describeMachine, type Machine } from '../machine.ts';
import { median } from '../percentile.ts';
import { launchBrowser } from '../screens/launch-browser.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { buildTablePage, type Variant, variants, type Weight, weighDashboard } from './build-table.ts';
import { measureTable, type TableRound } from './measure-table.ts';

export type TableResult = Record<Variant, Weight & TableRound> & { machine: Machine };

/** Compares the dashboard's table with the same on @tanstack/react-virtual (ADR 0017). */
export function runTable(rounds: number, log: Log): Promise<TableResult> {
  return withCleanup(async (cleanup) => {
    const folder = await makeTemporaryFolder(cleanup);
    const weights = new Map<Variant, Weight>();
    for (const variant of variants) {
      log(`building: ${variant}`);
      weights.set(variant, await weighDashboard(variant, path.join(folder, variant, 'dashboard')));
      await buildTablePage(variant, path.join(folder, variant, 'page'));
    }
    const browser = await launchBrowser(cleanup);
    const measured = new Map<Variant, TableRound[]>(variants.map((variant) => [variant, []]));
    for (let round = 1; round <= rounds; round++) {
      for (const variant of round % 2 === 0 ? variants.toReversed() : variants) {
        log(`round ${round}: ${variant}`);
        measured.get(variant)?.push(await measureTable(browser, path.join(folder, variant, 'page')));
      }
    }
    const resultOf = (variant: Variant): Weight & TableRound => {
      const weight = weights.get(variant);
      if (weight === undefined) throw new Error(`${variant} was not built.`);
      return { ...weight, ...medianOf(measured.get(variant) ?? []) };
    };
    return { own: resultOf('own'), library: resultOf('library'), machine: describeMachine() };
  });
}

function medianOf(rounds: readonly TableRound[]): TableRound {
  const medianBy = (name: keyof TableRound): number => median(rounds.map((round) => round[name])) ?? 0;
  return {
    loadMs: medianBy('loadMs'),
    scrollMs: medianBy('scrollMs'),
    longestTaskMs: medianBy('longestTaskMs'),
    blankFrames: medianBy('blankFrames'),
  };
}
