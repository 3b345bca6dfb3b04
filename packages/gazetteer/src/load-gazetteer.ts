import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Gazetteer } from '@milepost/domain';
import { sourcePackages, sourceVersion } from './build/source-files.ts';
import { CachedGazetteer } from './cached-gazetteer.ts';
import { PackedColumns } from './packed-columns.ts';
import { PackedSources } from './packed-sources.ts';

/** Raise this when the packed tables or their creation change. */
const formatVersion = 1;

/** Several times the size of the tables. */
const packedBytesMax = 100_000_000;

export interface GazetteerOptions {
  /**
   * Folder for the packed tables between starts; without it they are packed at each start and never written.
   */
  cacheFolder?: string;
}

/**
 * The offline gazetteer. The first load packs the data of the installed packages in a separate process (some
 * seconds); with a cache folder later loads read one file. A cache that cannot be read or written only costs
 * time. Throws when the packages cannot be read.
 */
export async function loadGazetteer(options: GazetteerOptions = {}): Promise<Gazetteer> {
  const file = options.cacheFolder === undefined ? null : cacheFile(options.cacheFolder);
  const cached = file === null ? null : await readCache(file);
  return new CachedGazetteer(new PackedSources(cached ?? (await buildColumns(file))));
}

/** Contains the versions of the packages and of the zone rules, so that a new version uses a new file. */
export function cacheFile(folder: string): string {
  const parts = [formatVersion, process.versions.tz, process.arch, ...sourcePackages.map(sourceVersion)];
  const digest = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
  return path.join(folder, `gazetteer-${digest}.bin`);
}

async function readCache(file: string): Promise<PackedColumns | null> {
  try {
    // A copy, because a small file would share Node's buffer pool and its columns would not be aligned.
    return PackedColumns.open(Uint8Array.from(await readFile(file)));
  } catch {
    return null;
  }
}

async function buildColumns(file: string | null): Promise<PackedColumns> {
  const packed = await packApart();
  if (file !== null) await writeCache(file, packed);
  const columns = PackedColumns.open(packed);
  if (columns === null) throw new Error('The packed gazetteer has an unknown format.');
  return columns;
}

/**
 * In a separate process: packing takes half a gigabyte for some seconds, and a worker thread would not return
 * that memory.
 */
async function packApart(): Promise<Uint8Array<ArrayBuffer>> {
  const program = fileURLToPath(new URL('./build/print-tables.ts', import.meta.url));
  const options = { encoding: 'buffer', maxBuffer: packedBytesMax } as const;
  const { stdout } = await promisify(execFile)(process.execPath, [program], options);
  return Uint8Array.from(stdout);
}

/** Renamed into place, so that another process never reads a partial file. */
async function writeCache(file: string, packed: Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, packed);
    await rename(draft, file);
  } catch {
    // The folder is read-only; the next start packs again.
  }
}
