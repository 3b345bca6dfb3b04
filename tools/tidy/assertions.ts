import type { Node } from 'oxc-parser';
import type { Finding } from './finding.ts';
import { type Source, walk } from './source.ts';

/**
 * `as` and `!` override the compiler, so a comment has to explain why they hold: on the same line, on the
 * line above, or above the statement. `as const` asserts nothing and needs no comment.
 */
export function checkAssertions(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => {
    const commented = new Set(source.comments.map(({ end }) => source.lineOf(end)));
    const findings: Finding[] = [];
    walk(source, (node, ancestors) => {
      const word = assertionWord(node);
      if (word === undefined) return;
      const statement = ancestors.findLast((ancestor) => isStatement(ancestor)) ?? node;
      const first = source.lineOf(statement.start);
      const here = source.lineOf(node.end);
      const start = source.lineOf(node.start);
      const explained = [first - 1, start - 1, start, here].some((line) => commented.has(line));
      if (explained) return;
      const message = `"${word}" without a comment that explains why it holds. A check that the compiler understands is better.`;
      findings.push({ path: source.path, line: here, message });
    });
    return findings;
  });
}

function assertionWord(node: Node): string | undefined {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return isConst(node.typeAnnotation) ? undefined : 'as';
    case 'TSNonNullExpression':
      return '!';
    default:
      return undefined;
  }
}

function isConst(type: Node): boolean {
  return (
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
  );
}

function isStatement(node: Node): boolean {
  return node.type.endsWith('Statement') || node.type.endsWith('Declaration');
}
