import type { Node } from 'oxc-parser';
import type { Finding } from './finding.ts';
import { isTest, type Source, walk } from './source.ts';

/**
 * The room for SQL, the test equipment that creates databases, and the two that look at the product from
 * outside.
 */
const rooms = [
  'packages/server/src/platform/database/',
  'packages/server/src/testing/',
  'bench/',
  'e2e/',
  'tools/',
];

/** Wide enough to know a statement by its beginning, narrow enough to leave an English sentence alone. */
const statement = new RegExp(
  [
    'select\\b[\\s\\S]+\\bfrom\\s+[\\w"]',
    'insert\\s+into\\s+[\\w"]',
    'update\\s+[\\w".]+\\s+set\\b',
    'delete\\s+from\\s+[\\w".]+\\s*(?:$|;|where\\b|using\\b|returning\\b)',
    'with\\s+(?:recursive\\s+)?\\w+\\s+as\\s*\\(',
    '(?:create|alter|drop)\\s+(?:table|index|database|schema|type|function|trigger)\\b',
    '(?:listen|notify)\\s+[a-z_]+$',
  ]
    .map((form) => `^\\s*${form}`)
    .join('|'),
  'i',
);

/** SQL outside the store would escape the workspace scope and the second engine. */
export function checkSqlRoom(sources: readonly Source[]): Finding[] {
  const outside = sources.filter(
    ({ path }) => !isTest(path) && !path.includes('/store/') && !rooms.some((room) => path.startsWith(room)),
  );
  return outside.flatMap((source) => {
    const findings: Finding[] = [];
    walk(source, (node) => {
      if (!isSqlTag(node) && !statement.test(textOf(node) ?? '')) return;
      const message = 'SQL outside packages/server/src/store. Give the store an operation with a name.';
      findings.push({ path: source.path, line: source.lineOf(node.start), message });
    });
    return findings;
  });
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join('x');
  return undefined;
}

function isSqlTag(node: Node): boolean {
  return (
    node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier' && node.tag.name === 'sql'
  );
}
