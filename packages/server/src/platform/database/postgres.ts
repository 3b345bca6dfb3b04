import pg from 'pg';
import {
  type Database,
  DatabaseUnavailable,
  type Queries,
  refuseDates,
  retryTransaction,
  sqlState,
} from './database.ts';
import { elementTypeByList, parserByType } from './value-parsers.ts';

export interface PostgresOptions {
  url: string;
  connectionsMax: number;
}

/**
 * SQLSTATE classes that concern the server and not the statement: connection lost, shutting down, out of
 * resources.
 */
const unavailableStates = /^(08|57P|53)/;
const unavailableSystemErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'ENOTFOUND',
]);

export function openPostgres(options: PostgresOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connectionsMax,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 60_000,
    keepAlive: true,
    // The queries are short and many: compiling them, or planning them for several processes, costs more than
    // it saves.
    options: '-c jit=off -c max_parallel_workers_per_gather=0',
    types: {
      getTypeParser: (type) => parserOf(Number(type)),
    },
  });
  // Idle connections break when the server restarts. The pool replaces them; without a listener the event
  // would end the process.
  pool.on('error', () => undefined);
  return {
    engine: 'postgres',
    query: (sql, values, name) => run(pool, sql, values, name),
    transaction: (work) => retryTransaction(() => inTransaction(pool, work)),
    script: async (sql) => {
      await translated(() => pool.query(sql));
    },
    listen: (channel, wake) => listen(options.url, channel, wake),
    close: () => pool.end(),
  };
}

/** The parsers of this package for our types and lists of them, those of pg for every other type. */
function parserOf(type: number): (text: string) => unknown {
  const element = parserByType.get(elementTypeByList.get(type) ?? 0);
  if (!element) return parserByType.get(type) ?? pg.types.getTypeParser(type);
  return (list) => textList(list).map((text) => (text === null ? null : element(text)));
}

const textListType: number = 1009;
const textList: (list: string) => (string | null)[] = pg.types.getTypeParser(textListType);

async function inTransaction<T>(pool: pg.Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await translated(() => pool.connect());
  let broken: Error | undefined;
  // An error event may occur between two queries; without a listener it would end the process.
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await translated(() => client.query('begin'));
    const result = await work({ query: (sql, values, name) => run(client, sql, values, name) });
    await translated(() => client.query('commit'));
    return result;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) broken = error;
    else await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.removeListener('error', onError);
    client.release(broken);
  }
}

async function run<Row>(
  target: pg.Pool | pg.PoolClient,
  sql: string,
  values: readonly unknown[] = [],
  name?: string,
): Promise<Row[]> {
  refuseDates(values);
  // pg requires a mutable array, and no property `name` where there is none.
  const query =
    name === undefined ? { text: sql, values: [...values] } : { name, text: sql, values: [...values] };
  const answer = await translated(() => target.query(query));
  // The caller gives the type of the rows it selects; the tests of the stores check it.
  return answer.rows as Row[];
}

async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const state = sqlState(error) ?? '';
    const lost =
      error instanceof Error &&
      /terminated|timeout exceeded when trying to connect|not queryable/i.test(error.message);
    if (unavailableStates.test(state) || unavailableSystemErrors.has(state) || lost) {
      throw new DatabaseUnavailable('The database cannot be reached.', { cause: error });
    }
    throw error;
  }
}

/** A connection that only listens, and reconnects when it is lost. Extra wake-ups are harmless. */
async function listen(url: string, channel: string, wake: () => void): Promise<() => Promise<void>> {
  let stopped = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => {
    client = null;
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void connect().catch(again), 1_000);
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    next.on('error', again);
    next.on('notification', wake);
    await next.connect();
    await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    client = next;
    wake();
  };
  await connect().catch(again);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}
