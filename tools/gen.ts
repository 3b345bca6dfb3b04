/**
 * `npm run gen` updates every generated file; `npm run gen -- --check` only names those that are outdated.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './checkout.ts';
import { generators } from './gen/generators.ts';

const checkOnly = process.argv.includes('--check');
const stale: string[] = [];
let count = 0;

for (const generator of generators) {
  for (const [file, draft] of await generator.files()) {
    const content = file.endsWith('.ts') ? format(file, draft) : draft;
    count += 1;
    const target = path.join(root, file);
    const present = await readFile(target, 'utf8').catch(() => undefined);
    if (present === content) continue;
    stale.push(file);
    if (checkOnly) {
      console.error(`${file} (${generator.name}) is outdated. Run npm run gen and commit it.`);
      continue;
    }
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
    console.log(`${file} written.`);
  }
}

if (!checkOnly) console.log(`${count} generated files, ${count - stale.length} of them unchanged.`);
if (checkOnly && stale.length > 0) process.exitCode = 1;

/** Generated sources are formatted like all others, so that the format check passes. */
function format(file: string, draft: string): string {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'format', `--stdin-file-path=${file}`];
  return execFileSync(process.execPath, args, { cwd: root, input: draft, encoding: 'utf8' });
}
