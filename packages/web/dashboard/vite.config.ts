import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { worldMapData } from '../ui/map/world-map-data.ts';
import { compileHints } from './build/compile-hints.ts';
import { preloadPages } from './build/preload-pages.ts';
import { sonnerWithoutInlineStyles } from './build/sonner-without-inline-styles.ts';

const base = '/app/';

/** By first path segment. The server chooses among them in serve-dashboard.ts. */
const inside = {
  today: '/today/today-page.tsx',
  shipments: '/shipments/shipments-page.tsx',
  shipment: '/shipment/shipment-page.tsx',
  carriers: '/carriers/carriers-page.tsx',
  review: '/review/review-page.tsx',
  settings: '/settings/settings-page.tsx',
};
const outside = { login: '/sign-in/sign-in-pages.ts' };

/**
 * Few chunks, because each compresses separately and HTTP/1.1 loads six at a time: early requests, the entry,
 * code shared by three or more pages, and one chunk per page.
 */
const codeSplitting = {
  groups: [
    { name: 'early-requests', test: /\/dashboard\/app\/early-requests\.ts$/, priority: 3 },
    { name: 'first', tags: ['$initial' as const], priority: 2 },
    { name: 'parts', minShareCount: 3, priority: 1 },
  ],
};

/**
 * No assets are inlined, because the content security policy allows only files from our own origin. The chunk
 * size warning is raised for the map, which is loaded on demand.
 */
export default defineConfig({
  root: import.meta.dirname,
  base,
  plugins: [
    react(),
    worldMapData(),
    sonnerWithoutInlineStyles(),
    preloadPages({ base, first: '/dashboard/app/early-requests.ts', inside, outside }),
    // Every page runs most of these chunks at once.
    compileHints(['index', 'parts']),
  ],
  build: {
    outDir: join(import.meta.dirname, '../dist/dashboard'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_500,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting } },
  },
});
