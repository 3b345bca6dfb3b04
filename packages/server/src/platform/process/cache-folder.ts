import { join } from 'node:path';

/** Prepared data that can be made anew at any time; beside the installed packages, because it follows from them alone. */
export const gazetteerCacheFolder: string = join(
  import.meta.dirname,
  '../../../../../node_modules/.cache/milepost',
);
