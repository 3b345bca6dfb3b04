import type { Plugin, Rollup } from 'vite';

const htmlName = 'index.html';
/** Read by head-start.ts. */
const sessionSign = '<meta name="milepost-session" content="brought" />';

export interface PreloadOptions {
  base: string;
  /** The module that is run before all others, as its path ends. */
  first: string;
  /** By the name of a page, the module that holds it, as its path ends. The server gives them to those who bring a session. */
  inside: Readonly<Record<string, string>>;
  /** Pages for everybody else. */
  outside: Readonly<Record<string, string>>;
}

/**
 * Makes of `index.html` one copy a page, `pages/<name>.html`, that names the page's own files as well. A browser that knows the address
 * then fetches everything at once, instead of learning what the page is made of from the scripts that it has fetched and run.
 */
export function preloadPages({ base, first, inside, outside }: PreloadOptions): Plugin {
  return {
    name: 'milepost-preload-pages',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle[htmlName];
      if (page?.type !== 'asset') throw new Error(`The build has made no ${htmlName}.`);
      const begin = `<script type="module" async crossorigin src="${base}${chunkOf(bundle, first).fileName}"></script>`;
      const html = String(page.source).replace(
        '<script type="module"',
        `${begin}\n    <script type="module"`,
      );
      page.source = html;
      const htmlInside = html.replace(begin, `${sessionSign}\n    ${begin}`);
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

/** Scripts of a page are run after those of all pages, so they come after what the head start asks for. */
function linkTo(address: string): string {
  return address.endsWith('.css')
    ? `  <link rel="stylesheet" crossorigin href="${address}">\n  `
    : `  <link rel="modulepreload" fetchpriority="low" crossorigin href="${address}">\n  `;
}

function chunkOf(bundle: Rollup.OutputBundle, module: string): Rollup.OutputChunk {
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(module))) return file;
  }
  throw new Error(`The build has made no file with ${module}.`);
}

/** A chunk and all that it cannot be run without, styles included; what is built upon comes first. */
function filesOf(bundle: Rollup.OutputBundle, fileName: string, seen = new Set<string>()): string[] {
  const file = bundle[fileName];
  if (file?.type !== 'chunk' || seen.has(fileName)) return [];
  seen.add(fileName);
  const below = file.imports.flatMap((name) => filesOf(bundle, name, seen));
  return [...below, ...(file.viteMetadata?.importedCss ?? []), fileName];
}
