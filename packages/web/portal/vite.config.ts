import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const dist = join(import.meta.dirname, '../dist/portal');

/**
 * Two bundles. The server's renders pages and holds everything it needs, so that an installation needs no packages beside it; the browser's is a few
 * hundred lines that no page depends on. build.ts makes both.
 */
export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  base: '/t/assets/',
  plugins: [react()],
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: isSsrBuild
    ? {
        outDir: join(dist, 'server'),
        emptyOutDir: true,
        minify: true,
        target: 'node24',
        rollupOptions: { output: { entryFileNames: 'render.js', chunkFileNames: '[name]-[hash].js' } },
      }
    : {
        outDir: join(dist, 'client'),
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: false,
        manifest: 'manifest.json',
        rollupOptions: { input: join(import.meta.dirname, 'client/islands.ts') },
      },
}));
