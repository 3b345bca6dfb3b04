/**
 * The one door to the database. Two engines stand behind it, PGlite (embedded) and a PostgreSQL server; both speak the same SQL and give the same
 * JavaScript values: bigint → number, timestamptz → milliseconds since 1970 UTC, date → ISO text, jsonb → parsed, bytea → Uint8Array.
 */
export interface Database extends Queries {
  readonly engine: Engine;
  /**
   * Runs `work` in one transaction. A transaction that lost a race (serialisation, deadlock) is run again, so `work` must have no effect outside it.
   */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Runs several statements without parameters, as a migration holds them. */
  script(sql: string): Promise<void>;
  /** Calls `wake` when another process says that there is work on `channel`. Returns a function that stops listening. */
  listen(channel: string, wake: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export type Engine = 'pglite' | 'postgres';

export interface Queries {
  /** `name` makes it a prepared statement on engines that keep them; give one to hot queries only. */
  query<Row>(sql: string, values?: readonly unknown[], name?: string): Promise<Row[]>;
}

/** The database cannot be reached, or broke off; what was asked may be asked again. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** SQLSTATEs after which the same transaction may simply be run again. */
const retryable = new Set(['40001', '40P01']);
const retriesMax = 5;

/** Runs a transaction again when it lost a race. */
export async function retryingLostRaces<T>(run: () => Promise<T>): Promise<T> {
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
