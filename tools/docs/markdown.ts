/** Code blocks, links and headings of a Markdown document, read line by line without a renderer. */

export interface CodeBlock {
  /** The word after the fence; empty if there is no word. */
  readonly language: string;
  /** The rest of that line. */
  readonly attributes: string;
  readonly text: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
}

export interface Link {
  readonly target: string;
  readonly line: number;
}

/** Fenced blocks, without their fences. A block in a list is indented, and so is its text. */
export function codeBlocksIn(document: string): CodeBlock[] {
  return read(document).blocks;
}

/** Targets of links and images outside code. */
export function linksIn(document: string): Link[] {
  return read(document).prose.flatMap(({ text, line }) =>
    [...text.replaceAll(/`[^`]*`/g, '').matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => ({
      target,
      line,
    })),
  );
}

/** The anchors of the headings, in the form that GitHub uses. */
export function anchorsIn(document: string): Set<string> {
  const anchors = new Set<string>();
  for (const { text } of read(document).prose) {
    const heading = /^#{1,6}\s+(.+)$/.exec(text)?.[1];
    if (heading !== undefined) anchors.add(uniqueAnchor(anchorOf(heading), anchors));
  }
  return anchors;
}

function anchorOf(heading: string): string {
  const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
  return words
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

/** Repeated headings get a number. */
function uniqueAnchor(anchor: string, taken: ReadonlySet<string>): string {
  if (!taken.has(anchor)) return anchor;
  let count = 1;
  while (taken.has(`${anchor}-${count}`)) count += 1;
  return `${anchor}-${count}`;
}

interface Parts {
  readonly blocks: CodeBlock[];
  readonly prose: { readonly text: string; readonly line: number }[];
}

function read(document: string): Parts {
  const parts: Parts = { blocks: [], prose: [] };
  let open: { fence: string; block: Omit<CodeBlock, 'text'>; lines: string[] } | null = null;
  for (const [index, text] of document.split('\n').entries()) {
    const [, fence = '', word = '', rest = ''] = /^\s*(`{3,}|~{3,})\s*(\S*)(.*)$/.exec(text) ?? [];
    if (open === null && fence !== '') {
      open = { fence, block: { language: word, attributes: rest.trim(), line: index + 1 }, lines: [] };
    } else if (open === null) parts.prose.push({ text, line: index + 1 });
    else if (fence.startsWith(open.fence) && word === '') {
      parts.blocks.push({ ...open.block, text: open.lines.join('\n') });
      open = null;
    } else open.lines.push(text);
  }
  return parts;
}
