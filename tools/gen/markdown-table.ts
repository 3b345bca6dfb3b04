/**
 * A table in GitHub's Markdown. Pipes and line breaks in cells are escaped or replaced, because they end a
 * cell.
 */
export function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(asCell).join(' | ')} |`;
  return [line(heading), `|${'---|'.repeat(heading.length)}`, ...rows.map(line)].join('\n');
}

/** The word as inline code; empty for an empty word. */
export function asCode(word: string): string {
  return word === '' ? '' : `\`${word}\``;
}

function asCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}
