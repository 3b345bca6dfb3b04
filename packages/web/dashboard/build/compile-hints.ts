import type { Plugin } from 'vite';

/**
 * Asks Chromium to compile these files as a whole while it fetches them, beside the page's own work, and not function by function when
 * they are first called (https://v8.dev/blog/explicit-compile-hints). It has to be the first line; other browsers see a comment.
 */
export function compileHints(chunkNames: readonly string[]): Plugin {
  return {
    name: 'milepost-compile-at-once',
    generateBundle: {
      // The build itself puts lines before what it has bundled.
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk' || !chunkNames.includes(file.name)) continue;
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
        }
      },
    },
  };
}
