import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const dist = join(import.meta.dirname, '../dist/portal');

/**
 * Two bundles, built by build.ts. The server bundle renders pages and includes all dependencies, so that an
 * installation needs none. The browser bundle is a small script that the pages do not depend on.
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
