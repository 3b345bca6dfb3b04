import path from 'node:path';

/** The folder that contains launch.mjs. */
export const root = path.join(import.meta.dirname, '../..');

/** The product uses the same folder, so the tables are packed only once. */
export const gazetteerCacheFolder = path.join(root, 'node_modules/.cache/milepost');
