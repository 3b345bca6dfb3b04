/** A text unchanged, anything else as JSON; for fields that GLS may send in any form. */
export function written(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return String(JSON.stringify(value));
  } catch {
    // JSON.stringify fails at a depth of some thousands, which JSON.parse accepts.
    return 'something nested too deep to be written down';
  }
}
