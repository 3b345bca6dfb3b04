import { join } from 'node:path';

/**
 * Derived data that can be rebuilt at any time. It is beside the installed packages, because it depends only
 * on them.
 */
export const gazetteerCacheFolder: string = join(
  import.meta.dirname,
  '../../../../../node_modules/.cache/milepost',
);
