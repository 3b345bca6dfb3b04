import { loadGazetteer } from './load-gazetteer.ts';

/**
 * Packs the place data into the folder given as the only argument, so that the first start need not. What is packed already is left as it is.
 */
const cacheFolder = process.argv[2];
if (cacheFolder === undefined) throw new Error('Usage: node prepare.ts <cache folder>');
await loadGazetteer({ cacheFolder });
