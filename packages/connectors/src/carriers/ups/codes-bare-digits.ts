import type { CodeTable } from '../../_kit/index.ts';

/** UPS's own pages and some answers omit the zero of `01` … `09`: both spellings are the same code. */
export function withBareDigits(table: CodeTable): CodeTable {
  const both = new Map(table);
  for (const [code, fate] of table) {
    if (/^0\d$/.test(code)) both.set(code.slice(1), fate);
  }
  return both;
}
