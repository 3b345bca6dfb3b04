/**
 * Packs the place data into the folder given as the only argument, so that the first start does not have to.
 * An existing file is kept.
 */

import { loadGazetteer } from './load-gazetteer.ts';

const cacheFolder = process.argv[2];
if (cacheFolder === undefined) throw new Error('Usage: node prepare.ts <cache folder>');
await loadGazetteer({ cacheFolder });
