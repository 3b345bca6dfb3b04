import lighthouse from 'lighthouse';
import { freePort } from '../../../e2e/harness/free-port.ts';
import type { Cleanup } from '../cleanup.ts';
import type { Log } from '../log.ts';
import { median } from '../percentile.ts';
import { launchBrowser } from './launch-browser.ts';

const rounds = 3;
const categories = {
  lighthousePerformance: 'performance',
  lighthouseAccessibility: 'accessibility',
  lighthouseBestPractices: 'best-practices',
} as const;

type Scores = Record<keyof typeof categories, number | null>;

/** Lighthouse's mobile preset, its default: a slow phone on a slow network, simulated from the local load. */
export async function measureLighthouse(address: string, cleanup: Cleanup, log: Log): Promise<Scores> {
  const port = await freePort();
  const browser = await launchBrowser(cleanup, port);
  const scores: Record<keyof typeof categories, number[]> = {
    lighthousePerformance: [],
    lighthouseAccessibility: [],
    lighthouseBestPractices: [],
  };
  for (let round = 0; round < rounds; round++) {
    const run = await lighthouse(address, {
      port,
      logLevel: 'error',
      onlyCategories: Object.values(categories),
    });
    if (run === undefined) throw new Error('Lighthouse returned no result.');
    const { lhr } = run;
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    // Object.entries of a const table returns exactly its keys; TypeScript widens them to string.
    for (const [name, id] of Object.entries(categories) as [keyof typeof categories, string][]) {
      scores[name].push(Math.round((lhr.categories[id]?.score ?? 0) * 100));
    }
    if (round === 0) logFailures(lhr.audits, log);
  }
  await browser.close();
  return {
    lighthousePerformance: median(scores.lighthousePerformance),
    lighthouseAccessibility: median(scores.lighthouseAccessibility),
    lighthouseBestPractices: median(scores.lighthouseBestPractices),
  };
}

interface Audit {
  id: string;
  title: string;
  score: number | null;
  displayValue?: string;
}

function logFailures(audits: Readonly<Record<string, Audit>>, log: Log): void {
  for (const { id, title, score, displayValue } of Object.values(audits)) {
    if (score !== null && score < 0.9) log(`Lighthouse: ${id}: ${title} ${displayValue ?? ''}`.trim());
  }
}
