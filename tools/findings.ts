/**
 * `npm run findings [-- NAME …]`: runs the scripts in findings/, all or the named ones, and reports for each
 * whether it still holds.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from './check/step.ts';
import { root } from './checkout.ts';

const folder = path.join(root, 'findings');
const all = readdirSync(folder)
  .filter((file) => file.endsWith('.sh'))
  .map((file) => file.slice(0, -'.sh'.length))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));

if (unknown.length > 0) {
  console.error(`No finding is called ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const name of wanted.length > 0 ? wanted : all) await report(name);
}

async function report(name: string): Promise<void> {
  const { exitCode, output } = await runProgram('bash', [path.join(folder, `${name}.sh`)]);
  console.log(`${exitCode === 0 ? '✓' : '✗'} ${name}`);
  console.log(output.trimEnd().replace(/^/gm, '  '));
  if (exitCode !== 0) process.exitCode = 1;
}
