import type { Node } from 'oxc-parser';
import type { Finding } from './finding.ts';
import { isTest, type Source, walk } from './source.ts';

const forbiddenMembers = ['Date.now', 'Math.random', 'Temporal.Now', 'performance.now', 'crypto.randomUUID'];

/** The same facts give the same state only if the domain reads no clock and no random source. */
export function checkPureDomain(sources: readonly Source[]): Finding[] {
  const domain = sources.filter(({ path }) => path.startsWith('packages/domain/src/') && !isTest(path));
  return domain.flatMap((source) => {
    const findings: Finding[] = [];
    walk(source, (node) => {
      const call = impureCall(node);
      if (call === undefined) return;
      const message = `${call} in the domain. Time, ids and randomness are arguments.`;
      findings.push({ path: source.path, line: source.lineOf(node.start), message });
    });
    return findings;
  });
}

function impureCall(node: Node): string | undefined {
  if (node.type === 'MemberExpression' && node.object.type === 'Identifier') {
    const property = node.property.type === 'Identifier' ? node.property.name : '';
    const { name } = node.object;
    return forbiddenMembers.find((member) => member === `${name}.${property}`);
  }
  if (node.type === 'NewExpression' && isDate(node.callee) && node.arguments.length === 0)
    return 'new Date()';
  if (node.type === 'CallExpression' && isDate(node.callee)) return 'Date()';
  return undefined;
}

function isDate(node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'Date';
}
