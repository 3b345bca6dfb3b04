/**
 * A walk is a document with steps that can be executed. A step is a code block that states its file:
 *
 *     ```ts file=packages/x/a.ts                     creates the file
 *     ```ts file=packages/x/a.ts after="a line"      inserts below that line; also before="…"
 *     ```ts file=packages/x/a.ts at=end              appends, after an empty line
 *
 * The quoted line is compared without its indentation and must occur once. `NEXT` at the beginning of a file
 * name is the next number of that folder. The list below the heading "Shared files" names the existing files
 * that the steps change.
 */
import { codeBlocksIn } from '../docs/markdown.ts';

export type Placement =
  | { readonly kind: 'create' }
  | { readonly kind: 'append' }
  | { readonly kind: 'after' | 'before'; readonly anchor: string };

export interface WalkStep {
  readonly file: string;
  readonly placement: Placement;
  readonly text: string;
  /** Line of the block in the document. */
  readonly line: number;
}

export interface Walk {
  readonly steps: readonly WalkStep[];
  readonly sharedFiles: readonly string[];
}

export function readWalk(document: string): Walk {
  const steps = codeBlocksIn(document).flatMap(({ attributes, text, line }) => {
    const file = /(?:^|\s)file=(\S+)/.exec(attributes)?.[1];
    return file === undefined ? [] : [{ file, placement: placementOf(attributes), text, line }];
  });
  return { steps, sharedFiles: sharedFilesIn(document) };
}

function placementOf(attributes: string): Placement {
  const [, kind, anchor] = /\s(after|before)="(.+)"$/.exec(attributes) ?? [];
  if (anchor !== undefined && (kind === 'after' || kind === 'before')) {
    return { kind, anchor };
  }
  return { kind: attributes.endsWith(' at=end') ? 'append' : 'create' };
}

function sharedFilesIn(document: string): string[] {
  const section = /^#+ Shared files\n([\s\S]*?)(?=^#|(?![\s\S]))/m.exec(document)?.[1] ?? '';
  return [...section.matchAll(/^- `([^`]+)`/gm)].map(([, file = '']) => file).sort();
}
