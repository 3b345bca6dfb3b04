/** What the thread of the embedded database is told, and how it answers. */
export type ThreadCall =
  | { id: number; kind: 'query'; transaction: number | null; sql: string; values: readonly unknown[] }
  | ({ id: number; kind: 'statement'; transaction: number | null } & Statement)
  | { id: number; kind: 'script'; sql: string }
  | { id: number; kind: 'begin' | 'commit' | 'rollback'; transaction: number }
  | { id: number; kind: 'close' };

/** One that comes again and again, always with the same text. */
export interface Statement {
  name: string;
  sql: string;
  /** Binds its values and runs it, in the words of PostgreSQL's protocol; see pglite-messages.ts. */
  message: Uint8Array<ArrayBuffer>;
}

export type ThreadAnswer =
  | { id: number; rows: unknown[] }
  /** What the database said to a statement, in the words of its protocol. */
  | { id: number; said: Uint8Array<ArrayBuffer> }
  | { id: number; error: { message: string; code: string | null } };
