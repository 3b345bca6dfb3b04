import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { worldMapData } from '../ui/map/world-map-data.ts';
import { compileHints } from './build/compile-hints.ts';
import { preloadPages } from './build/preload-pages.ts';

const base = '/app/';

/** By their addresses; the server picks them in serve-dashboard.ts. */
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
 * Few files, because a browser fetches six at a time and each compresses by itself: the head start, what every page begins with, what
 * three or more share, and each page's own.
 */
const codeSplitting = {
  groups: [
    { name: 'early-requests', test: /\/dashboard\/app\/early-requests\.ts$/, priority: 3 },
    { name: 'first', tags: ['$initial' as const], priority: 2 },
    { name: 'parts', minShareCount: 3, priority: 1 },
  ],
};

/**
 * Nothing is inlined: the page's content security policy allows files of our own address only. The map is loaded on demand, so its
 * chunk may be larger than the warning allows.
 */
export default defineConfig({
  root: import.meta.dirname,
  base,
  plugins: [
    react(),
    worldMapData(),
    preloadPages({ base, first: '/dashboard/app/early-requests.ts', inside, outside }),
    // What every page runs, and most of it at once.
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
