/** Cells → a table in GitHub's Markdown. A pipe or a line break inside a cell would end it. */
export function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(asCell).join(' | ')} |`;
  return [line(heading), `|${'---|'.repeat(heading.length)}`, ...rows.map(line)].join('\n');
}

/** A word of the code, as such; nothing for an empty one. */
export function asCode(word: string): string {
  return word === '' ? '' : `\`${word}\``;
}

function asCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}
