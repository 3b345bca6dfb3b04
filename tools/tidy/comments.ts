import type { Comment } from 'oxc-parser';
import type { CheckoutFile } from '../checkout.ts';
import type { Finding } from './finding.ts';
import type { Source } from './source.ts';

/**
 * A doc comment is either the module's, above the imports, or that of the symbol on the next line. One that
 * describes neither is shown by no editor and is lost when code moves.
 */
export function checkCommentPlacement(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => {
    const firstStatement = source.program.body[0]?.start ?? source.text.length;
    const moduleComment = source.comments.find(({ end }) => end <= firstStatement);
    const lost = source.comments.filter(
      (comment) => isDoc(comment) && comment !== moduleComment && !describesSymbol(comment, source),
    );
    return lost.map(({ start }) => ({
      path: source.path,
      line: source.lineOf(start),
      message: 'A doc comment that describes no symbol. The comment of a module stays above its imports.',
    }));
  });
}

/** No line of a comment is wider than the formatter makes a line of code. */
export function checkCommentWidth(sources: readonly Source[], width: number): Finding[] {
  return sources.flatMap((source) => {
    const lines = source.text.split('\n');
    const commented = source.comments.flatMap(({ start, end }) => {
      const first = source.lineOf(start);
      return lines.slice(first - 1, source.lineOf(end)).map((text, index) => ({ text, line: first + index }));
    });
    const wide = commented.filter(({ text }) => text.length > width && !cannotBreak(text));
    return [...new Set(wide.map(({ line }) => line))].map((line) => ({
      path: source.path,
      line,
      message: `A comment wider than ${width} columns.`,
    }));
  });
}

/** The line width that the formatter is set to. */
export function formatterWidth(files: readonly CheckoutFile[]): number {
  const settings = files.find(({ path }) => path === 'biome.json')?.text ?? '';
  const width = /"lineWidth":\s*(\d+)/.exec(settings)?.[1];
  if (width === undefined) throw new Error('biome.json sets no lineWidth.');
  return Number(width);
}

function isDoc({ type, value }: Comment): boolean {
  return type === 'Block' && value.startsWith('*');
}

/** True unless an empty line, another doc comment or the end of the file follows. */
function describesSymbol({ end }: Comment, { text }: Source): boolean {
  return !/^(?:[^\S\n]*\n[^\S\n]*\n|\s*\/\*\*|\s*$)/.test(text.slice(end));
}

/** Addresses and the linter's directives are one word or one line by nature. */
function cannotBreak(text: string): boolean {
  return /https?:\/\/\S{60}/.test(text) || text.includes('biome-ignore');
}
