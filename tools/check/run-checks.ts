import { runStep, type StepResult } from './step.ts';
import { staticSteps } from './steps.ts';
import { runTests, type TestCounts, testProjects } from './vitest-run.ts';

export interface ChecksResult {
  readonly passed: boolean;
  readonly counts: TestCounts;
}

/** Lines about skipped parts. They are shown even if everything passed. */
const skipNotice = /^.*\bskipped: .*$/gim;

/** Runs all checks in order and prints a line for each, with the output of those that failed. */
export async function runChecks(): Promise<ChecksResult> {
  let passed = true;
  for (const step of staticSteps()) {
    const result = await runStep(step);
    report(result, '');
    passed &&= result.passed;
  }
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const project of testProjects) {
    const result = await runTests(project);
    const { counts } = result;
    const isComplete = counts.skipped === 0 || process.env.CI !== 'true';
    report({ ...result, passed: result.passed && isComplete }, formatCounts(counts));
    if (!isComplete) console.log('  In CI nothing may be skipped.');
    passed &&= result.passed && isComplete;
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  return { passed, counts: sum };
}

/** `12 passed, 0 failed, 3 skipped` */
export function formatCounts({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function report({ name, passed, durationMs, output }: StepResult, detail: string): void {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  console.log(`${passed ? '✓' : '✗'} ${name.padEnd(16)} ${seconds.padStart(8)}  ${detail}`.trimEnd());
  if (passed) for (const notice of output.match(skipNotice) ?? []) console.log(`  ${notice.trim()}`);
  else console.log(output.trimEnd().replace(/^/gm, '  '));
}
