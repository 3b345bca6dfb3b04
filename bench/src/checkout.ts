import path from 'node:path';

/** The folder that holds launch.mjs. */
export const root = path.join(import.meta.dirname, '../..');

/** Same place as the product uses, so that the tables are not packed twice. */
export const gazetteerCacheFolder = path.join(root, 'node_modules/.cache/milepost');
