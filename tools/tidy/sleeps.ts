import type { Node } from 'oxc-parser';
import type { Finding } from './finding.ts';
import { type Source, walk } from './source.ts';

const message =
  'A test that sleeps. Wait for a condition (`vi.waitFor`, `expect.poll`) or pass a clock that the test moves.';

/**
 * A sleep is too short on a slow machine and too long on every other. A timeout in a race is not a sleep: it
 * ends early when the test succeeds.
 */
export function checkSleeps(sources: readonly Source[]): Finding[] {
  const tests = sources.filter(({ path }) => /\.test\.tsx?$/.test(path));
  return tests.flatMap((source) => {
    const findings: Finding[] = [];
    const sleeps = new Set(['sleep', 'delay', 'wait']);
    walk(source, (node, ancestors) => {
      if (node.type === 'ImportDeclaration') for (const name of timersImportedBy(node)) sleeps.add(name);
      const isAwaited = ancestors.at(-1)?.type === 'AwaitExpression';
      if (!(isAwaited && isCallOf(node, sleeps)) && !isTimeoutThatResolves(node, ancestors)) return;
      findings.push({ path: source.path, line: source.lineOf(node.start), message });
    });
    return findings;
  });
}

/** Local names of the promised timers. */
function timersImportedBy(node: Extract<Node, { type: 'ImportDeclaration' }>): string[] {
  if (node.source.value !== 'node:timers/promises') return [];
  return node.specifiers.map(({ local }) => local.name);
}

function isCallOf(node: Node, names: ReadonlySet<string>): boolean {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && names.has(node.callee.name);
}

/** `setTimeout(resolve, …)` inside `new Promise((resolve) => …)`. */
function isTimeoutThatResolves(node: Node, ancestors: readonly Node[]): boolean {
  if (node.type !== 'CallExpression' || !isCallOf(node, new Set(['setTimeout']))) return false;
  const [first] = node.arguments;
  if (first?.type !== 'Identifier') return false;
  return ancestors.some(
    (ancestor) =>
      ancestor.type === 'ArrowFunctionExpression' &&
      ancestor.params.some((parameter) => parameter.type === 'Identifier' && parameter.name === first.name),
  );
}
