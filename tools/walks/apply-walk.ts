import path from 'node:path';
import type { Walk, WalkStep } from './read-walk.ts';

export interface AppliedWalk {
  /** The new content of each file that the walk creates or changes. */
  readonly changes: ReadonlyMap<string, string>;
  /** Those of them that existed, sorted. */
  readonly edited: readonly string[];
}

/** Applies a walk to these files. Throws with the line of the document if a step does not fit. */
export function applyWalk(walk: Walk, files: ReadonlyMap<string, string>): AppliedWalk {
  const changes = new Map<string, string>();
  for (const step of walk.steps) {
    const file = withNextNumber(step.file, files);
    changes.set(file, applyStep(step, file, changes.get(file) ?? files.get(file)));
  }
  return { changes, edited: [...changes.keys()].filter((file) => files.has(file)).sort() };
}

function withNextNumber(file: string, files: ReadonlyMap<string, string>): string {
  const { dir, base } = path.posix.parse(file);
  if (!base.startsWith('NEXT-')) return file;
  const siblings = [...files.keys()].filter((other) => path.posix.dirname(other) === dir);
  const numbers = siblings.map((other) => Number(/^\d{4}(?=-)/.exec(path.posix.basename(other))?.[0] ?? 0));
  const next = String(Math.max(0, ...numbers) + 1).padStart(4, '0');
  return path.posix.join(dir, base.replace('NEXT', next));
}

function applyStep({ placement, text, line }: WalkStep, file: string, present: string | undefined): string {
  if (placement.kind === 'create') {
    if (present !== undefined) throw new Error(`Line ${line}: ${file} exists.`);
    return `${text}\n`;
  }
  if (present === undefined) throw new Error(`Line ${line}: ${file} does not exist.`);
  if (placement.kind === 'append') return `${present}\n${text}\n`;
  const { kind, anchor } = placement;
  const lines = present.split('\n');
  const places = lines.flatMap((other, place) => (other.trim() === anchor.trim() ? [place] : []));
  const [place] = places;
  if (place === undefined || places.length > 1) {
    throw new Error(`Line ${line}: ${file} has ${places.length} lines "${anchor}".`);
  }
  lines.splice(kind === 'after' ? place + 1 : place, 0, ...text.split('\n'));
  return lines.join('\n');
}
