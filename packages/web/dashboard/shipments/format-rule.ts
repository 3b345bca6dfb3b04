/** The name of a rule as words: `no_first_scan` → `No first scan`. */
export function formatRule(rule: string): string {
  const words = rule.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
