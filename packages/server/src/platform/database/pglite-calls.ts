/** Messages between the main thread and the thread of the embedded database. */
export type ThreadCall =
  | { id: number; kind: 'query'; transaction: number | null; sql: string; values: readonly unknown[] }
  | ({ id: number; kind: 'statement'; transaction: number | null } & Statement)
  | { id: number; kind: 'script'; sql: string }
  | { id: number; kind: 'begin' | 'commit' | 'rollback'; transaction: number }
  | { id: number; kind: 'close' };

/** A prepared statement, which always has the same text. */
export interface Statement {
  name: string;
  sql: string;
  /** Binds the values and executes the statement, in PostgreSQL's wire protocol; see pglite-messages.ts. */
  message: Uint8Array<ArrayBuffer>;
}

export type ThreadAnswer =
  | { id: number; rows: unknown[] }
  /** The response to a prepared statement, in PostgreSQL's wire protocol. */
  | { id: number; response: Uint8Array<ArrayBuffer> }
  | { id: number; error: { message: string; code: string | null } };
