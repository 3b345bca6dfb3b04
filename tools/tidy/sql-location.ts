import type { Node } from 'oxc-parser';
import type { Finding } from './finding.ts';
import { isTest, type Source, textOf, walk } from './source.ts';

/** Where SQL belongs: the store of any module of the server, and the database platform below them. */
const stores = /^packages\/server\/src\/(?:.+\/)?store\/|^packages\/server\/src\/platform\/database\//;

/** Code around the product that creates databases or looks at them from outside. */
const aroundTheProduct = ['packages/server/src/testing/', 'bench/', 'e2e/', 'tools/'];

/** Recognises a statement by its start and does not match an English sentence. */
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

/** True for files that may contain SQL and column names. */
export function mayContainSql(path: string): boolean {
  return isTest(path) || stores.test(path) || aroundTheProduct.some((folder) => path.startsWith(folder));
}

/** SQL outside a store would bypass the workspace scope and the tests on the second engine. */
export function checkSqlLocation(sources: readonly Source[]): Finding[] {
  const outside = sources.filter(({ path }) => !mayContainSql(path));
  return outside.flatMap((source) => {
    const findings: Finding[] = [];
    walk(source, (node) => {
      if (!isSqlTag(node) && !statement.test(textOf(node) ?? '')) return;
      const message = 'SQL outside a store folder. Add a named operation to the store of this module.';
      findings.push({ path: source.path, line: source.lineOf(node.start), message });
    });
    return findings;
  });
}

function isSqlTag(node: Node): boolean {
  return (
    node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier' && node.tag.name === 'sql'
  );
}
