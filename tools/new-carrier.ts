/**
 * `node tools/new-carrier.ts <name> ["Its title"]` lays the folder of a new carrier: a small connector that already decodes and polls an
 * invented carrier, to be replaced part by part. What is left to do stands in docs/adding-a-carrier.md.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './checkout.ts';
import { isCarrierName, layCarrier } from './new-carrier/lay-carrier.ts';

const [name = '', title = titleOf(name)] = process.argv.slice(2);
const place = `packages/connectors/src/carriers/${name}`;

if (!isCarrierName(name))
  fail('Usage: node tools/new-carrier.ts <name> ["Its title"]. Names are kebab-case: dhl-unified.');
if (existsSync(path.join(root, place))) fail(`${place} is there already.`);
for (const file of await layCarrier(path.join(root, place), { name, title })) console.log(`${place}/${file}`);
console.log(
  'Next: docs/adding-a-carrier.md. One test fails until the README names its sources with their dates.',
);

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
