import { runStep, type StepResult } from './step.ts';
import { staticSteps } from './steps.ts';
import { runTests, type TestCounts, testProjects } from './vitest-run.ts';

export interface ChecksResult {
  readonly passed: boolean;
  readonly counts: TestCounts;
}

/**
 * Lines that say what was left out; they are shown even when all is well, because silence would claim too
 * much.
 */
const skipNotice = /^.*\bskipped: .*$/gim;

/**
 * Runs everything in order, one line each, and shows the output of what failed. A failure does not hide the
 * ones behind it.
 */
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
    const nothingMissing = counts.skipped === 0 || process.env.CI !== 'true';
    report({ ...result, passed: result.passed && nothingMissing }, formatCounts(counts));
    if (!nothingMissing) console.log('  In CI nothing may be skipped.');
    passed &&= result.passed && nothingMissing;
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
