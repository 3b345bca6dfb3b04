/**
 * Folders that do not keep a rule yet. The list only shrinks: more findings than counted here fail the test,
 * and so does a line whose folder has become clean. The aim is an empty list.
 */
import type { Finding } from './finding.ts';

export interface Pending {
  readonly rule: string;
  /** A folder or a file; its findings are those whose path begins with it. */
  readonly folder: string;
  readonly findings: number;
}

export const pending: readonly Pending[] = [];

const listFile = 'tools/tidy/pending.ts';

/** Findings outside the pending folders, and pending lines that do not fit any more. */
export function withoutPending(
  rule: string,
  findings: readonly Finding[],
  lines: readonly Pending[] = pending,
): Finding[] {
  const ofRule = lines.filter((line) => line.rule === rule);
  const lineOf = ({ path }: Finding) => ofRule.find(({ folder }) => isWithin(path, folder));
  const open = findings.filter((finding) => lineOf(finding) === undefined);
  return [
    ...open,
    ...ofRule.flatMap((line) => {
      const found = findings.filter((finding) => lineOf(finding) === line);
      if (found.length === 0) {
        return [{ path: listFile, message: `${line.folder} keeps "${rule}" now; delete its line.` }];
      }
      return found.length > line.findings ? found : [];
    }),
  ];
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
