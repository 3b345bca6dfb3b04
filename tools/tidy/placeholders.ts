import type { Finding } from './finding.ts';
import { type Source, textOf, walk } from './source.ts';

const positionMax = 10;

/**
 * A statement with many positional parameters breaks without notice when a column is inserted in the middle,
 * so longer lists are generated from a table of columns.
 */
export function checkPlaceholders(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => {
    const findings: Finding[] = [];
    walk(source, (node) => {
      const positions = [...(textOf(node) ?? '').matchAll(/\$(\d+)/g)].map(([, position]) =>
        Number(position),
      );
      const highest = Math.max(0, ...positions);
      if (highest <= positionMax) return;
      const message = `A statement with $${highest}. Over ${positionMax} parameters, generate the list from its columns.`;
      findings.push({ path: source.path, line: source.lineOf(node.start), message });
    });
    return findings;
  });
}
