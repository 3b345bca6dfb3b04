/**
 * `npm run gen` writes every generated file anew; `npm run gen -- --check` writes nothing and names those
 * that are stale.
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
    const place = path.join(root, file);
    const present = await readFile(place, 'utf8').catch(() => undefined);
    if (present === content) continue;
    stale.push(file);
    if (checkOnly) {
      console.error(`${file} (${generator.name}) is stale. Run npm run gen and commit it.`);
      continue;
    }
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, content);
    console.log(`${file} written.`);
  }
}

if (!checkOnly) console.log(`${count} generated files, ${count - stale.length} of them as before.`);
if (checkOnly && stale.length > 0) process.exitCode = 1;

/** A generated source looks like a written one, so that the formatter has nothing to say about it either. */
function format(file: string, draft: string): string {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'format', `--stdin-file-path=${file}`];
  return execFileSync(process.execPath, args, { cwd: root, input: draft, encoding: 'utf8' });
}
