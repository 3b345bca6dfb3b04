import type { Plugin, Rollup } from 'vite';

const htmlName = 'index.html';
/** Read by early-requests.ts. */
const sessionMeta = '<meta name="milepost-session" content="brought" />';

export interface PreloadOptions {
  base: string;
  /** End of the path of the module that runs before all others. */
  first: string;
  /**
   * Page name to the end of its module's path. The server sends these pages to requests with a session
   * cookie.
   */
  inside: Readonly<Record<string, string>>;
  /** Pages for requests without a session cookie. */
  outside: Readonly<Record<string, string>>;
}

/**
 * Writes a copy of `index.html` for each page, `pages/<name>.html`, with preload links for the files of that
 * page. The browser then downloads everything in parallel, instead of finding imports only after it has run
 * the entry script.
 */
export function preloadPages({ base, first, inside, outside }: PreloadOptions): Plugin {
  return {
    name: 'milepost-preload-pages',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle[htmlName];
      if (page?.type !== 'asset') throw new Error(`The build did not produce ${htmlName}.`);
      const firstScript = `<script type="module" async crossorigin src="${base}${chunkOf(bundle, first).fileName}"></script>`;
      const html = String(page.source).replace(
        '<script type="module"',
        `${firstScript}\n    <script type="module"`,
      );
      page.source = html;
      const htmlInside = html.replace(firstScript, `${sessionMeta}\n    ${firstScript}`);
      const make =
        (start: string) =>
        ([name, module]: [string, string]) => {
          const links = filesOf(bundle, chunkOf(bundle, module).fileName)
            .map((file) => base + file)
            .filter((address) => !start.includes(`"${address}"`))
            .map(linkTo);
          const source = start.replace('</head>', `${links.join('')}</head>`);
          this.emitFile({ type: 'asset', fileName: `pages/${name}.html`, source });
        };
      Object.entries(inside).forEach(make(htmlInside));
      Object.entries(outside).forEach(make(html));
    },
  };
}

/** Low priority: page scripts run after the shared ones, and the early API requests should come first. */
function linkTo(address: string): string {
  return address.endsWith('.css')
    ? `  <link rel="stylesheet" crossorigin href="${address}">\n  `
    : `  <link rel="modulepreload" fetchpriority="low" crossorigin href="${address}">\n  `;
}

function chunkOf(bundle: Rollup.OutputBundle, module: string): Rollup.OutputChunk {
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(module))) return file;
  }
  throw new Error(`The build produced no chunk with ${module}.`);
}

/** A chunk with its static imports and styles, dependencies first. */
function filesOf(bundle: Rollup.OutputBundle, fileName: string, seen = new Set<string>()): string[] {
  const file = bundle[fileName];
  if (file?.type !== 'chunk' || seen.has(fileName)) return [];
  seen.add(fileName);
  const dependencies = file.imports.flatMap((name) => filesOf(bundle, name, seen));
  return [...dependencies, ...(file.viteMetadata?.importedCss ?? []), fileName];
}
