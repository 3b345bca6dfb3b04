/** A text as it is, anything else as JSON; for what GLS may send in any form and nobody can know. */
export function written(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return String(JSON.stringify(value));
  } catch {
    // The runtime refuses to write what it has read when it is nested some thousand deep.
    return 'something nested too deep to be written down';
  }
}
