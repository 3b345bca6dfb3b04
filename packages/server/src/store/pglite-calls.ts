/** What the thread of the embedded database is told, and how it answers. */
export type ThreadCall =
  | { id: number; kind: 'query'; sql: string; values: readonly unknown[]; transaction: number | null }
  | { id: number; kind: 'script'; sql: string }
  | { id: number; kind: 'begin' | 'commit' | 'rollback'; transaction: number }
  | { id: number; kind: 'close' };

export type ThreadAnswer =
  | { id: number; rows: unknown[] }
  | { id: number; error: { message: string; code: string | null } };
