import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

const web = path.join(import.meta.dirname, '../../../packages/web');
const pageFolder = path.join(web, 'testing/table-page');

export const variants = ['own', 'library'] as const;
export type Variant = (typeof variants)[number];

/** Replaces ui/table/visible-range.ts by the same on @tanstack/react-virtual. */
function byLibrary(): Plugin {
  const library = path.join(pageFolder, 'visible-range-by-library.ts');
  return {
    name: 'table-by-library',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith('/visible-range.ts') && importer?.endsWith('/data-table.tsx') ? library : null,
  };
}

const pluginsOf = (variant: Variant): Plugin[] => (variant === 'library' ? [byLibrary()] : []);

/** Builds a page with nothing but the table. */
export async function buildTablePage(variant: Variant, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: pageFolder,
    base: './',
    logLevel: 'error',
    plugins: pluginsOf(variant),
    build: { outDir, emptyOutDir: true, target: 'es2023' },
  });
}

export interface Weight {
  gzipKb: number;
  brotliKb: number;
}

/** Builds the dashboard and weighs the scripts and styles that the list of shipments loads at first. */
export async function weighDashboard(variant: Variant, outDir: string): Promise<Weight> {
  await build({
    configFile: path.join(web, 'dashboard/vite.config.ts'),
    logLevel: 'warn',
    plugins: pluginsOf(variant),
    build: { outDir, emptyOutDir: true },
  });
  const html = readFileSync(path.join(outDir, 'pages/shipments.html'), 'utf8');
  const files = [...html.matchAll(/"\/app\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file = '']) =>
    readFileSync(path.join(outDir, file)),
  );
  if (files.length === 0) throw new Error('pages/shipments.html names no scripts.');
  const kilobytes = (compress: (content: Buffer) => Buffer): number =>
    Math.round(files.reduce((sum, file) => sum + compress(file).length, 0) / 100) / 10;
  return {
    gzipKb: kilobytes((content) => gzipSync(content, { level: 9 })),
    brotliKb: kilobytes((content) => brotliCompressSync(content)),
  };
}
