import type { Node } from 'oxc-parser';
import type { Finding } from './finding.ts';
import type { SizeException } from './size-exceptions.ts';
import { isTest, type Source, walk } from './source.ts';

/** Lines a file or function may have: one in twenty may pass `p95`, none may pass `hard`. */
export interface SizeLimit {
  readonly p95: number;
  readonly hard: number;
}

export const fileLimit: SizeLimit = { p95: 200, hard: 400 };
export const functionLimit: SizeLimit = { p95: 30, hard: 70 };
/** Wiring grows with every module, so it is split before it becomes a large file. */
export const wiringLimit: SizeLimit = { p95: 150, hard: 150 };

/** The files that construct the server. */
export function isWiring(path: string): boolean {
  return /^packages\/server\/src\/compose(?:\/[^/]+)?\.ts$/.test(path) && !isTest(path);
}

interface Measured {
  readonly subject: string;
  readonly path: string;
  readonly line: number;
  readonly lines: number;
}

export function measureFiles(sources: readonly Source[]): Measured[] {
  return sources.map(({ path, text }) => ({
    subject: path,
    path,
    line: 1,
    lines: text.split('\n').length - 1,
  }));
}

/**
 * Measures every function with a block body. The callback of `describe`, or of a function that wraps it,
 * groups tests and does not count as a function.
 */
export function measureFunctions(sources: readonly Source[]): Measured[] {
  return sources.flatMap((source) => {
    const measured: Measured[] = [];
    walk(source, (node, ancestors) => {
      if (!isFunctionWithBody(node) || isDescribeCallback(ancestors.at(-1))) return;
      const line = source.lineOf(node.start);
      const name = nameOf(node, ancestors.at(-1)) ?? `line ${line}`;
      const lines = source.lineOf(node.end) - line + 1;
      measured.push({ subject: `${source.path}#${name}`, path: source.path, line, lines });
    });
    return measured;
  });
}

/** Findings for everything over the limit, and for exceptions that are stale or have grown. */
export function checkSizes(
  measured: readonly Measured[],
  limit: SizeLimit,
  exceptions: readonly SizeException[],
): Finding[] {
  const allowed = new Map(exceptions.map(({ subject, lines }) => [subject, lines]));
  const oversize = measured.filter(({ lines }) => lines > limit.hard);
  const beyond = oversize.filter(({ subject, lines }) => lines > (allowed.get(subject) ?? limit.hard));
  const names = new Set(oversize.map(({ subject }) => subject));
  const stale = exceptions.filter(({ subject }) => !names.has(subject));
  return [
    ...beyond.map(({ path, line, subject, lines }) => ({
      path,
      line,
      message: `${subject} has ${lines} lines; the limit is ${limit.hard}. Split it: which part can be named?`,
    })),
    ...stale.map(({ subject }) => ({
      path: 'tools/tidy/size-exceptions.ts',
      message: `${subject} is within the limit by now; remove its exception.`,
    })),
    ...checkP95(measured, limit),
  ];
}

function checkP95(measured: readonly Measured[], limit: SizeLimit): Finding[] {
  const large = measured.filter(({ lines }) => lines > limit.p95);
  if (large.length <= measured.length * 0.05) return [];
  const message = `is one of ${large.length} out of ${measured.length} beyond ${limit.p95} lines; at most one in twenty may be.`;
  return large
    .sort((a, b) => b.lines - a.lines)
    .map(({ path, line, subject, lines }) => ({
      path,
      line,
      message: `${subject} (${lines} lines) ${message}`,
    }));
}

function isFunctionWithBody(node: Node): boolean {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return node.body !== null;
    case 'ArrowFunctionExpression':
      return node.body.type === 'BlockStatement';
    default:
      return false;
  }
}

const describing = new Set(['describe', 'describeInBrowser', 'forEachEngine']);

function isDescribeCallback(parent: Node | undefined): boolean {
  if (parent?.type !== 'CallExpression') return false;
  let callee: Node = parent.callee;
  // `describe.skipIf(condition)(…)` and `describe.each(rows)(…)` are calls on members of `describe`.
  while (callee.type === 'CallExpression' || callee.type === 'MemberExpression') {
    callee = callee.type === 'CallExpression' ? callee.callee : callee.object;
  }
  return callee.type === 'Identifier' && describing.has(callee.name);
}

function nameOf(node: Node, parent: Node | undefined): string | undefined {
  if ('id' in node && node.id?.type === 'Identifier') return node.id.name;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (
    (parent?.type === 'MethodDefinition' || parent?.type === 'Property') &&
    parent.key.type === 'Identifier'
  ) {
    return parent.key.name;
  }
  return undefined;
}
