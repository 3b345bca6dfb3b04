import { expect, test } from 'vitest';
import { countTests } from './vitest-run.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((outcome) => ({ status: outcome })),
});

test.each([
  [
    'passed, failed and skipped tests separately',
    [file('failed', 'passed', 'failed', 'skipped', 'todo')],
    [1, 1, 2],
  ],
  ['a file that could not be loaded as a failure', [file('failed')], [0, 1, 0]],
  ['a file whose setup failed after its tests passed as a failure', [file('failed', 'passed')], [1, 1, 0]],
  ['nothing if no test ran', [], [0, 0, 0]],
])('counts %s', (_, testResults, [passed, failed, skipped]) => {
  expect(countTests({ testResults })).toEqual({ passed, failed, skipped });
});
