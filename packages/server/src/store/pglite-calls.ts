/** What the thread of the embedded database is told, and how it answers. */
export type ThreadCall =
  | ({ id: number; kind: 'query'; transaction: number | null } & Statement)
  | { id: number; kind: 'script'; sql: string }
  | { id: number; kind: 'begin' | 'commit' | 'rollback'; transaction: number }
  | { id: number; kind: 'close' };

/** One with a name comes again and again, always with the same text. */
export interface Statement {
  sql: string;
  values: readonly unknown[];
  name: string | null;
}

export type ThreadAnswer =
  | { id: number; rows: unknown[] }
  | { id: number; error: { message: string; code: string | null } };
