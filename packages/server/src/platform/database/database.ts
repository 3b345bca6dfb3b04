/**
 * The only interface to the database. There are two engines, PGlite (embedded) and a PostgreSQL server; both
 * accept the same SQL and give the same JavaScript values: bigint → number, timestamptz → milliseconds since
 * 1970 UTC, date → ISO text, jsonb → parsed, bytea → Uint8Array.
 */
export interface Database extends Queries {
  readonly engine: Engine;
  /**
   * Runs `work` in one transaction. It is repeated after a serialisation failure or a deadlock, so `work`
   * must have no effects outside the transaction.
   */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Runs several statements without parameters. */
  script(sql: string): Promise<void>;
  /** Calls `wake` when another process notifies `channel`. Returns a function that stops listening. */
  listen(channel: string, wake: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export type Engine = 'pglite' | 'postgres';

export interface Queries {
  /**
   * `values` are texts, numbers, booleans, bytes and lists of them. A `Date` is refused, see `refuseDates`.
   * `name` makes it a prepared statement; give one to hot queries only.
   */
  query<Row>(sql: string, values?: readonly unknown[], name?: string): Promise<Row[]>;
}

/** The database cannot be reached, or the connection was lost. The caller may retry. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** SQLSTATEs after which the same transaction may be repeated: serialisation failure, deadlock. */
const retryable = new Set(['40001', '40P01']);
const retriesMax = 5;

/** Repeats a transaction after a serialisation failure or a deadlock. */
export async function retryTransaction<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= retriesMax || !retryable.has(sqlState(error) ?? '')) throw error;
    }
  }
}

/** The SQLSTATE of an error from either engine. */
export function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/**
 * Throws when a parameter is a `Date`. Both drivers convert one by the time zone of the process, so that a
 * column of type `date` stores another day west of Greenwich. Instants are bound as ISO 8601 text, dates as
 * ISO dates.
 */
export function refuseDates(values: readonly unknown[]): void {
  for (const value of values) {
    if (value instanceof Date || (Array.isArray(value) && value.some((item) => item instanceof Date)))
      throw new TypeError(
        'A Date cannot be a parameter of a query. Bind an ISO date or an ISO 8601 instant as text.',
      );
  }
}
