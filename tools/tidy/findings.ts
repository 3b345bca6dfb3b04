import type { CheckoutFile } from '../checkout.ts';
import type { Finding } from './finding.ts';

const headers = ['Version', 'Date', 'Expected', 'Seen', 'Affects'];

/** The form of the scripts in findings/, as findings/README.md describes it. */
export function checkFindings(files: readonly CheckoutFile[]): Finding[] {
  const inside = files.filter(({ path }) => path.startsWith('findings/') && path !== 'findings/README.md');
  return inside.flatMap(({ path, text }) => faultsOf(path, text).map((message) => ({ path, message })));
}

function faultsOf(path: string, text: string): string[] {
  if (!/^findings\/[a-z0-9]+(?:-[a-z0-9]+)*\.sh$/.test(path))
    return ['is not findings/NAME.sh in kebab-case.'];
  const [first = '', second = ''] = text.split('\n');
  return [
    ...(first === '#!/usr/bin/env bash' ? [] : ['does not start with #!/usr/bin/env bash.']),
    ...(/^# (?!\w+: )\S.+[.]$/.test(second) ? [] : ['does not state the finding on its second line.']),
    ...headers.flatMap((header) => {
      const count = [...text.matchAll(new RegExp(`^# ${header}: \\S`, 'gm'))].length;
      return count === 1 ? [] : [`has ${count} lines "# ${header}: …"; it needs one.`];
    }),
    ...(/^# Date: \d{4}-\d{2}-\d{2}$/m.test(text) ? [] : ['has no date in the form YYYY-MM-DD.']),
    ...(/^set -euo pipefail$/m.test(text) ? [] : ['does not set -euo pipefail.']),
    ...(/\bmktemp -d\b/.test(text) && /^trap .*rm -rf.* EXIT$/m.test(text)
      ? []
      : ['does not work in a temporary folder that it removes.']),
    ...unpinned(text).map((name) => `installs ${name} without an exact version.`),
  ];
}

/** Packages on the lines of `npm install` without `@1.2.3`. */
function unpinned(text: string): string[] {
  const lines = [...text.matchAll(/^npm install (.*)$/gm)].map(([, rest = '']) => rest);
  const words = lines.flatMap((line) => line.replace(/>.*$/, '').split(/\s+/));
  const names = words.filter((word) => /^@?[a-z]/.test(word));
  return names.filter((name) => !/.@\d+\.\d+\.\d+$/.test(name));
}
