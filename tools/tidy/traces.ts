import type { CheckoutFile } from '../checkout.ts';
import type { Finding } from './finding.ts';

/** Traces of the machine on which a file was written. */
const traces: readonly { pattern: RegExp; message: string }[] = [
  {
    pattern: /(?<![\w.~-])\/(?:home|Users)\/\w|(?<![\w.~/-])\/(?:work|tmp|root|mnt)\/\w|\b[A-Z]:\\Users\\/,
    message:
      'a path of one machine. Derive it, take it from a setting, or use the system’s temporary folder.',
  },
  {
    pattern: /\/opt\/(?!homebrew\b)\w/,
    message: 'a path of one machine. Derive it or take it from a setting.',
  },
  {
    pattern: /\bregistry\.(?:[\w-]+\.)+[a-z]{2,}|\b(?:artifactory|jfrog|verdaccio|nexus)\.|pkg\.github\.com/,
    message: 'the host of a package registry. Each user chooses their own registry.',
  },
];

/** Checks every text file, the lock file included. */
export function checkTraces(files: readonly CheckoutFile[]): Finding[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((content, index) => {
      const found = traces.filter(({ pattern }) => pattern.test(content));
      return found.map(({ message }) => ({ path, line: index + 1, message }));
    }),
  );
}
