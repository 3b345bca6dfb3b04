/** Outside data is `unknown`; a property that is missing or of another type reads as empty. */
export function textOf(row: unknown, member: string): string {
  const value = memberOf(row, member);
  return typeof value === 'string' ? value : '';
}

/** NaN when the property is neither a number nor the text of one. */
export function numberOf(row: unknown, member: string): number {
  const value = memberOf(row, member);
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
}

export function memberOf(row: unknown, member: string): unknown {
  if (typeof row !== 'object' || row === null) return undefined;
  return Reflect.get(row, member);
}

export function rowsOf(data: unknown): unknown[] {
  if (Array.isArray(data)) return data;
  return typeof data === 'object' && data !== null ? Object.values(data) : [];
}
