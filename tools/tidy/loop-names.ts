import type { Node } from 'oxc-parser';
import type { Finding } from './finding.ts';
import { type Source, walk } from './source.ts';

/** `one` as the name of a variable or a parameter hides what the thing is. */
export function checkLoopNames(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => {
    const findings: Finding[] = [];
    walk(source, (node) => {
      for (const name of boundNames(node)) {
        if (name !== 'one') continue;
        const message = '"one" as a name. Name the thing: shipment, row, account …';
        findings.push({ path: source.path, line: source.lineOf(node.start), message });
      }
    });
    return findings;
  });
}

function boundNames(node: Node): string[] {
  if (node.type === 'VariableDeclarator') return namesIn(node.id);
  if ('params' in node && Array.isArray(node.params)) return node.params.flatMap((param) => namesIn(param));
  return [];
}

function namesIn(pattern: Node): string[] {
  if (pattern.type === 'Identifier') return [pattern.name];
  if (pattern.type === 'ArrayPattern') {
    return pattern.elements.flatMap((element) => (element === null ? [] : namesIn(element)));
  }
  return [];
}
