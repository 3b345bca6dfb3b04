import type { Plugin } from 'vite';

/**
 * Makes Chromium compile all functions of these chunks while it downloads them, off the main thread, instead
 * of one by one at their first call (https://v8.dev/blog/explicit-compile-hints). The hint has to be the
 * first line. Other browsers ignore the comment.
 */
export function compileHints(chunkNames: readonly string[]): Plugin {
  return {
    name: 'milepost-compile-at-once',
    generateBundle: {
      // After the bundler has added its own first lines.
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
