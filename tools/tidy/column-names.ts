import type { Node } from 'oxc-parser';
import type { CheckoutFile } from '../checkout.ts';
import type { Finding } from './finding.ts';
import { type Source, walk } from './source.ts';
import { mayContainSql } from './sql-location.ts';

/**
 * A column name outside a store ties other code to the schema: rows leave a store as objects with camelCase
 * members. Columns of one word are not checked, because they are also ordinary names.
 */
export function checkColumnNames(sources: readonly Source[], files: readonly CheckoutFile[]): Finding[] {
  const columns = columnsIn(files);
  const outside = sources.filter(
    ({ path }) => path.startsWith('packages/server/src/') && !mayContainSql(path),
  );
  return outside.flatMap((source) => {
    const findings: Finding[] = [];
    walk(source, (node) => {
      const name = memberName(node);
      if (name === undefined || !columns.has(name)) return;
      const message = `"${name}" is a column. Let the store return it in camelCase.`;
      findings.push({ path: source.path, line: source.lineOf(node.start), message });
    });
    return findings;
  });
}

/** Names of several words from the generated description of the schema: `table.column_name type …`. */
function columnsIn(files: readonly CheckoutFile[]): ReadonlySet<string> {
  const schema = files.find(({ path }) => /^packages\/server\/src\/.*\/schema\.txt$/.test(path))?.text ?? '';
  const names = [...schema.matchAll(/^\w+\.(\w+_\w+) /gm)].map(([, name = '']) => name);
  if (names.length === 0) throw new Error('No schema.txt with columns in packages/server/src.');
  return new Set(names);
}

function memberName(node: Node): string | undefined {
  switch (node.type) {
    case 'MemberExpression':
      return node.computed ? undefined : nameOf(node.property);
    case 'Property':
    case 'TSPropertySignature':
    case 'PropertyDefinition':
      return node.computed ? undefined : nameOf(node.key);
    default:
      return undefined;
  }
}

function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
