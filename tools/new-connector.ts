/**
 * `npm run new:connector -- --kind carrier <name> ["Title"]` writes a small connector for an invented party,
 * and its dialect for the simulator. Both pass their tests as they are and are then replaced part by part;
 * docs/adding-a-connector.md describes the rest.
 */
import { parseArgs } from 'node:util';
import { root } from './checkout.ts';
import {
  isConnectorKind,
  isConnectorName,
  templateKinds,
  writeConnector,
} from './new-connector/write-connector.ts';

const { values, positionals } = parseArgs({
  options: { kind: { type: 'string' } },
  allowPositionals: true,
});
const { kind = '' } = values;
const [name = '', title = titleOf(name)] = positionals;
const kinds = await templateKinds();

if (!isConnectorKind(kind) || !kinds.includes(kind))
  fail(`--kind must be one of those that have a template: ${kinds.join(', ')}.`);
if (!isConnectorName(name))
  fail('Usage: npm run new:connector -- --kind carrier <name> ["Title"]. Names are kebab-case: dhl-unified.');
const date = new Date().toISOString().slice(0, 10);
try {
  for (const file of await writeConnector(root, { kind, name, title, date })) console.log(file);
} catch (error) {
  if (error instanceof Error && 'code' in error && error.code === 'EEXIST') fail(`${name} exists already.`);
  throw error;
}
console.log('Next: npm run gen, then docs/adding-a-connector.md.');

function titleOf(kebab: string): string {
  return kebab
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
