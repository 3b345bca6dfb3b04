/** Name of a rule as text: `no_first_scan` → `No first scan`. */
export function formatRule(rule: string): string {
  const words = rule.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
