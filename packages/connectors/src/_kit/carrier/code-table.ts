import type { Evidence, Party, Reason, SubStatus } from '@milepost/domain';

/**
 * What becomes of a code: mapped, ignored on purpose, or (without a row) unknown. Tables are keyed by the
 * carrier's code, never by our status, so that a code with two meanings cannot hide (trap 1 in
 * docs/adding-a-connector.md).
 */
export type CodeFate = MappedCode | IgnoredCode;

export interface MappedCode {
  subStatus: SubStatus;
  reason?: Reason;
  party?: Party;
  /**
   * How this meaning is known: documented by the carrier, observed in real payloads, inferred from its text,
   * guessed.
   */
  evidence: Evidence;
}

export interface IgnoredCode {
  /** Why this code becomes no event. */
  ignored: string;
}

export type CodeTable = ReadonlyMap<string, CodeFate>;

export function isIgnored(fate: CodeFate): fate is IgnoredCode {
  return 'ignored' in fate;
}

/** One row: codes separated by a space, meaning, and what differs from the table's default evidence. */
export type CodeRow = readonly [
  codes: string,
  subStatus: SubStatus,
  extra?: Partial<Omit<MappedCode, 'subStatus'>>,
];

/**
 * Builds a table from rows. A duplicate code throws at load time, because the order of the rows would decide
 * silently.
 */
export function codeTable(
  evidence: Evidence,
  rows: readonly CodeRow[],
  ignored: Readonly<Record<string, string>> = {},
): CodeTable {
  const table = new Map<string, CodeFate>();
  const put = (code: string, fate: CodeFate): void => {
    if (table.has(code)) throw new Error(`The code ${code} is twice in a code table.`);
    table.set(code, fate);
  };
  for (const [codes, subStatus, extra] of rows) {
    for (const code of codes.split(' ')) put(code, { subStatus, evidence, ...extra });
  }
  for (const [code, reason] of Object.entries(ignored)) put(code, { ignored: reason });
  return table;
}
