import type { Evidence } from '@milepost/domain';
import { type CodeRow, type CodeTable, codeTable } from '../../../_kit/index.ts';

/**
 * A division's table. Divisions share letters and numbers (`100` differs between ecommerce and
 * ecommerce-europe, `AN` between parcel-de and parcel-pl), so every key contains its service:
 * `ecommerce:100`. The codes of a row may be on several lines.
 */
export function serviceTable(
  service: string,
  evidence: Evidence,
  rows: readonly CodeRow[],
  ignored: Readonly<Record<string, string>> = {},
): CodeTable {
  const keyOf = (code: string): string => `${service}:${code}`;
  const keyed = rows.map(([codes, subStatus, extra]): CodeRow => {
    const keys = codes.trim().split(/\s+/).map(keyOf).join(' ');
    return extra === undefined ? [keys, subStatus] : [keys, subStatus, extra];
  });
  const dropped = Object.entries(ignored).map(([code, reason]) => [keyOf(code), reason]);
  return codeTable(evidence, keyed, Object.fromEntries(dropped));
}
