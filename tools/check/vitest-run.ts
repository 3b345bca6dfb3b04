import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../checkout.ts';
import { runStep, type StepResult } from './step.ts';

/** The kinds of test, in the order in which they run; vitest.config.ts says what belongs to each. */
export const testProjects = ['unit', 'db', 'e2e'] as const;

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part we read of what vitest's JSON reporter writes. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** Runs one kind of test and counts the outcome. */
export async function runTests(
  project: (typeof testProjects)[number],
): Promise<StepResult & { counts: TestCounts }> {
  const reportFile = path.join(root, '.cache', `vitest-${project}.json`);
  await mkdir(path.dirname(reportFile), { recursive: true });
  await rm(reportFile, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`];
  const result = await runStep({
    name: `${project} tests`,
    commands: [['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters]],
  });
  const report = await readFile(reportFile, 'utf8').catch(() => '{"testResults":[]}');
  const counts = countTests(JSON.parse(report));
  // A run that broke down outside every test, as in its set-up, counts as one failure.
  if (!result.passed && counts.failed === 0) counts.failed = 1;
  return { ...result, passed: counts.failed === 0, counts };
}

/**
 * Sums up a report of vitest's JSON reporter. A file that could not be loaded has no tests in it and counts
 * as one failure.
 */
export function countTests(report: unknown): TestCounts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of reportSchema.parse(report).testResults) {
    if (status === 'failed' && assertionResults.every((test) => test.status !== 'failed')) counts.failed += 1;
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
  }
  return counts;
}
