/**
 * Codes of a closed vocabulary as a list of SQL constants, for statements whose plan depends on the values:
 * `('delivered', 'returned')`.
 */
export function codeList(codes: readonly string[]): string {
  const unsafe = codes.find((code) => !/^[a-z_]+$/.test(code));
  if (unsafe !== undefined) throw new Error(`"${unsafe}" is not a code of letters and underscores.`);
  return `(${codes.map((code) => `'${code}'`).join(', ')})`;
}
