import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openApiDocument } from '../../packages/contract/src/index.ts';
import { root } from '../checkout.ts';
import type { Generator } from './generator.ts';

const file = 'packages/contract/openapi.json';

/** The API as an OpenAPI 3.1 document, for generators of clients and for reviews of contract changes. */
export const openApi: Generator = {
  name: 'OpenAPI document',
  async files() {
    // npm refuses a manifest without a version.
    const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return new Map([[file, formatted(JSON.stringify(openApiDocument(manifest.version), null, 2))]]);
  },
};

/** Formatted like all JSON files; otherwise the formatter would change the generated file. */
function formatted(json: string): string {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'format', `--stdin-file-path=${file}`];
  return execFileSync(process.execPath, args, {
    cwd: root,
    input: json,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
}
