/**
 * Builds the dashboard and the portal if their sources have changed since the last build:
 *
 *     sources, contract, lock file ──hash──► equal to dist/.built? ── yes ──► done
 *                                                   └ no ──► build each app ──► compress ──► dist/.built
 *
 * The launcher runs this before every command that serves pages, so the check has to be cheap.
 */
import { createHash } from 'node:crypto';
import { type Dirent, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = import.meta.dirname;
const root = join(here, '../..');
const dist = join(here, 'dist');
const stamp = join(dist, '.built');
const sources = [
  'packages/web/**/*',
  'packages/contract/src/*.ts',
  'packages/domain/src/**/*.ts',
  'package-lock.json',
];

const currentHash = sourceHash();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== currentHash) await buildAll();

function sourceHash(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => entry.name === 'node_modules' || entry.name === 'dist',
  });
  const paths = files.filter((entry) => entry.isFile() && !isTestFile(entry));
  for (const path of paths.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function isTestFile({ name, parentPath }: Dirent): boolean {
  return name.endsWith('.test.ts') || `${parentPath}/`.includes('/testing/');
}

async function buildAll(): Promise<void> {
  const startedAt = performance.now();
  mkdirSync(dist, { recursive: true });
  const { build } = await import('vite');
  await build({ configFile: join(here, 'dashboard/vite.config.ts'), logLevel: 'warn' });
  await buildPortal();
  compressAll();
  writeFileSync(stamp, currentHash);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stderr.write(`milepost: built the pages in ${seconds} s.\n`);
}

/** The portal has a build script of its own, because it is also rendered on the server. */
async function buildPortal(): Promise<void> {
  const script = join(here, 'portal/build.ts');
  if (!existsSync(script)) return;
  const portal: { build?: () => Promise<void> } = await import(script);
  await portal.build?.();
}

/** Compresses once at build time instead of at each request. */
function compressAll(): void {
  for (const path of globSync('**/*.{js,css,json,svg,html}', { cwd: dist })) {
    const file = join(dist, path);
    const content = readFileSync(file);
    if (content.length < 1_024) continue;
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 8 } }),
    );
  }
}
