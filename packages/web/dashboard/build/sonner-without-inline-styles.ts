import type { Plugin } from 'vite';

/**
 * Removes the statement by which sonner inserts a style element. Our content security policy forbids inline
 * styles; toaster.tsx imports the same styles as a file.
 */
export function sonnerWithoutInlineStyles(): Plugin {
  return {
    name: 'milepost-sonner-without-inline-styles',
    transform: {
      filter: { id: /\/sonner\/dist\/index\.mjs$/ },
      handler(code) {
        const without = code.replace(/^__insertCSS\(".*"\);$/m, '');
        if (without === code) throw new Error('sonner no longer calls __insertCSS on a line of its own.');
        return { code: without, map: null };
      },
    },
  };
}
