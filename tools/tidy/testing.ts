import { describeFinding, type Finding } from './finding.ts';
import { parseSource, type Source } from './source.ts';

/** A source of the given lines, for the tests of the rules. */
export function sourceOf(path: string, ...lines: readonly string[]): Source {
  return parseSource({ path, text: `${lines.join('\n')}\n` });
}

/** `path:line` of each finding. */
export function placesOf(findings: readonly Finding[]): string[] {
  return findings.map((finding) => describeFinding(finding).split(': ')[0] ?? '');
}
