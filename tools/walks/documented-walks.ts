import { applyWalk } from './apply-walk.ts';
import { readWalk, type Walk } from './read-walk.ts';

export interface DocumentedWalk {
  readonly document: string;
  readonly walk: Walk;
}

/** The walks of the documents below docs. */
export function documentedWalks(files: ReadonlyMap<string, string>): DocumentedWalk[] {
  return [...files].flatMap(([document, text]) => {
    if (!/^docs\/.+[.]md$/.test(document)) return [];
    const walk = readWalk(text);
    return walk.steps.length > 0 ? [{ document, walk }] : [];
  });
}

/** The changes of several walks, one after the other. */
export function applyWalks(
  walks: readonly DocumentedWalk[],
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const changes = new Map<string, string>();
  for (const { walk } of walks) {
    for (const [file, text] of applyWalk(walk, new Map([...files, ...changes])).changes) {
      changes.set(file, text);
    }
  }
  return changes;
}
