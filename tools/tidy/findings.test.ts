import { expect, test } from 'vitest';
import { checkFindings } from './findings.ts';

const whole = [
  '#!/usr/bin/env bash',
  '# One package counts a line twice.',
  '# Version: csv-parse 7.0.3',
  '# Date: 2026-11-28',
  '# Expected: one line',
  '# Seen: two lines',
  '# Affects: readers of the file',
  'set -euo pipefail',
  'folder=$(mktemp -d)',
  `trap 'rm -rf "$folder"' EXIT`,
  'npm install --prefix "$folder" --ignore-scripts csv-parse@7.0.3 @a/b@1.2.3 >/dev/null',
].join('\n');
const check = (path: string, text: string) => checkFindings([{ path, text }]).map(({ message }) => message);

test('a finding in the right form passes', () => {
  expect(check('findings/a-line-twice.sh', whole)).toEqual([]);
});

test.each<[string, string | RegExp, string, string]>([
  ['the first line', '#!/usr/bin/env bash', '#!/bin/sh', 'does not start with #!/usr/bin/env bash.'],
  ['the sentence', /^# One.*$/m, '#', 'does not state the finding on its second line.'],
  ['a header', /^# Seen:.*$/m, '', 'has 0 lines "# Seen: …"; it needs one.'],
  ['an empty header', /^# Affects:.*$/m, '# Affects:', 'has 0 lines "# Affects: …"; it needs one.'],
  ['one header only', '# Seen: two', '# Seen: a\n# Seen: two', 'has 2 lines "# Seen: …"; it needs one.'],
  ['the date', '2026-11-28', 'yesterday', 'has no date in the form YYYY-MM-DD.'],
  ['strict mode', 'set -euo pipefail', 'set -e', 'does not set -euo pipefail.'],
  ['the clean-up', /^trap.*$/m, '', 'does not work in a temporary folder that it removes.'],
  ['an exact version', '@a/b@1.2.3', '@a/b', 'installs @a/b without an exact version.'],
  ['an exact version', 'csv-parse@7.0.3', 'csv-parse@7', 'installs csv-parse@7 without an exact version.'],
])('a finding needs %s', (_, part, replacement, message) => {
  expect(check('findings/a-line-twice.sh', whole.replace(part, replacement))).toEqual([message]);
});

test.each(['findings/Line.sh', 'findings/line.mjs', 'findings/deep/line.sh'])('%s is not a name', (path) => {
  expect(check(path, whole)).toEqual(['is not findings/NAME.sh in kebab-case.']);
});

test('the README is not a finding, and other folders are not checked', () => {
  expect(check('findings/README.md', '')).toEqual([]);
  expect(check('tools/line.sh', '')).toEqual([]);
});
