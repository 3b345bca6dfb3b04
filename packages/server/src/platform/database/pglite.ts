import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  type Database,
  DatabaseUnavailable,
  type Queries,
  refuseDates,
  retryTransaction,
} from './database.ts';
import type { ThreadAnswer, ThreadCall } from './pglite-calls.ts';
import { type Parsers, parsersOf, readRows, statementMessage } from './pglite-messages.ts';

/**
 * PostgreSQL inside this process, in a separate thread (pglite-thread.ts). Its data is in `folder`, or in
 * memory when that is null. There is one connection, so transactions queue up. It survives a crash of the
 * process but not a power failure, because it never flushes the disk.
 */
export async function openPglite(folder: string | null): Promise<Database> {
  if (folder !== null) mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const thread = new Thread(folder);
  await thread.open();
  const query = <Row>(sql: string, values: readonly unknown[] = [], name?: string): Promise<Row[]> =>
    thread.query<Row>({ sql, values, name, transaction: null });
  return {
    engine: 'pglite',
    query,
    transaction: (work) => retryTransaction(() => thread.transaction(work)),
    script: async (sql) => {
      await thread.call({ kind: 'script', sql });
    },
    // No other process uses this database, so there are no notifications.
    listen: () => Promise.resolve(() => Promise.resolve()),
    close: () => thread.close(),
  };
}

type WithoutId<Call> = Call extends unknown ? Omit<Call, 'id'> : never;

type Answered = Exclude<ThreadAnswer, { error: unknown }>;

interface Waiting {
  resolve(answer: Answered): void;
  reject(error: Error): void;
}

interface Query {
  sql: string;
  values: readonly unknown[];
  /** Of a prepared statement. */
  name: string | undefined;
  transaction: number | null;
}

/**
 * Call data is short-lived. A small young generation is collected often and releases the buffers of calls,
 * which otherwise cause full collections.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 2 };

class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #parsers: Parsers = {};
  #calls = 0;
  #transactions = 0;
  #failure: Error | null = null;

  constructor(folder: string | null) {
    this.#worker = new Worker(new URL('./pglite-thread.ts', import.meta.url), {
      workerData: folder,
      resourceLimits,
    });
    this.#worker.on('message', (answer: ThreadAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#failAll(error));
    this.#worker.on('exit', () => this.#failAll(new Error('The embedded database is closed.')));
  }

  async open(): Promise<void> {
    const answer = await this.call({
      kind: 'query',
      sql: 'select oid::int4 as type, typarray::int4 as list from pg_type where typarray <> 0',
      values: [],
      transaction: null,
    });
    // The statement selects these columns.
    if ('rows' in answer) this.#parsers = parsersOf(answer.rows as { type: number; list: number }[]);
  }

  async query<Row>({ sql, values, name, transaction }: Query): Promise<Row[]> {
    refuseDates(values);
    const answer = await (name === undefined
      ? this.call({ kind: 'query', sql, values, transaction })
      : this.call({ kind: 'statement', sql, name, transaction, message: statementMessage(name, values) }));
    // The caller gives the type of the rows it selects; the tests of the stores check it.
    return ('response' in answer ? readRows(answer.response, this.#parsers) : answer.rows) as Row[];
  }

  call(call: WithoutId<ThreadCall>): Promise<Answered> {
    if (this.#failure)
      return Promise.reject(
        new DatabaseUnavailable('The embedded database is closed.', { cause: this.#failure }),
      );
    this.#calls += 1;
    const id = this.#calls;
    // The buffer is transferred instead of copied; it is not used here again.
    const transferred = call.kind === 'statement' ? [call.message.buffer] : [];
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...call, id }, transferred);
    });
  }

  async transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    this.#transactions += 1;
    const transaction = this.#transactions;
    await this.call({ kind: 'begin', transaction });
    let result: T;
    try {
      result = await work({
        query: (sql, values, name) => this.query({ sql, values: values ?? [], name, transaction }),
      });
    } catch (error) {
      await this.call({ kind: 'rollback', transaction });
      throw error;
    }
    await this.call({ kind: 'commit', transaction });
    return result;
  }

  async close(): Promise<void> {
    if (this.#failure) return;
    await this.call({ kind: 'close' });
    await this.#worker.terminate();
  }

  #settle(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (!('error' in answer)) waiting?.resolve(answer);
    else waiting?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
  }

  #failAll(cause: Error): void {
    this.#failure ??= cause;
    for (const { reject } of this.#waiting.values())
      reject(new DatabaseUnavailable('The embedded database stopped.', { cause }));
    this.#waiting.clear();
  }
}
