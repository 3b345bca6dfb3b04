/** Name of a rule as text: `no_first_scan` → `No first scan`. */
export function formatRule(rule: string): string {
  const name = rule.replaceAll('_', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
