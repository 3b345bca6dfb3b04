import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Files are called `….txt` here, so that no tool takes them for sources of ours before they stand in their place. */
const template = path.join(import.meta.dirname, 'template');

export function isCarrierName(name: string): boolean {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name);
}

/** Writes the template under the carrier's name and returns the files, by their path in the folder. Never overwrites. */
export async function layCarrier(
  folder: string,
  { name, title }: { name: string; title: string },
): Promise<string[]> {
  const entries = await readdir(template, { recursive: true });
  const sources = entries.filter((entry) => entry.endsWith('.txt')).sort();
  for (const source of sources) {
    const text = await readFile(path.join(template, source), 'utf8');
    const target = path.join(folder, fileOf(source));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text.replaceAll('__NAME__', name).replaceAll('__TITLE__', title), { flag: 'wx' });
  }
  return sources.map(fileOf);
}

function fileOf(source: string): string {
  return source.slice(0, -'.txt'.length);
}
