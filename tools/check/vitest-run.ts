import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../checkout.ts';
import { runStep, type StepResult } from './step.ts';

/** The kinds of tests, in the order in which they run; vitest.config.ts defines them. */
export const testProjects = ['unit', 'db', 'e2e'] as const;

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The parts of the report of vitest's JSON reporter that we use. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** Runs one kind of tests and counts the results. */
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
  // A run that failed outside of tests, for example in its setup, counts as one failure.
  if (!result.passed && counts.failed === 0) counts.failed = 1;
  return { ...result, passed: counts.failed === 0, counts };
}

/**
 * Counts the tests in a report of vitest's JSON reporter. A file that failed to load counts as one failure.
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
