import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Gazetteer } from '@milepost/domain';
import { sourcePackages, sourceVersion } from './build/source-files.ts';
import { PackedColumns } from './packed-columns.ts';
import { PackedSources } from './packed-sources.ts';
import { RememberingGazetteer } from './remembering-gazetteer.ts';

/** Raise when the packed tables or the way they are made change. */
const formatVersion = 1;

/** Several times what the tables take. */
const packedBytesMax = 100_000_000;

export interface GazetteerOptions {
  /** Where the packed tables are kept between starts; without it they are made anew each time and never written. */
  cacheFolder?: string;
}

/**
 * The offline gazetteer. The first load packs the data of the installed packages in a process of its own (some seconds);
 * with a cache folder later loads read one file. A cache that cannot be read or written is only slower, never an error.
 * Throws when the packages themselves cannot be read.
 */
export async function loadGazetteer(options: GazetteerOptions = {}): Promise<Gazetteer> {
  const file = options.cacheFolder === undefined ? null : cacheFile(options.cacheFolder);
  const cached = file === null ? null : await readCache(file);
  return new RememberingGazetteer(new PackedSources(cached ?? (await buildColumns(file))));
}

/** Named after what it is made from: another version of a package or of the zone rules asks for another file. */
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
  if (columns === null) throw new Error('The gazetteer was packed in a form that it cannot read.');
  return columns;
}

/**
 * In a process of its own: packing takes half a gigabyte for some seconds, which a worker thread would leave with this
 * process for good.
 */
async function packApart(): Promise<Uint8Array<ArrayBuffer>> {
  const program = fileURLToPath(new URL('./build/print-tables.ts', import.meta.url));
  const options = { encoding: 'buffer', maxBuffer: packedBytesMax } as const;
  const { stdout } = await promisify(execFile)(process.execPath, [program], options);
  return Uint8Array.from(stdout);
}

/** Renamed into place, so that a process starting at the same moment never reads half a file. */
async function writeCache(file: string, packed: Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, packed);
    await rename(draft, file);
  } catch {
    // A read-only folder: the next start packs again.
  }
}
