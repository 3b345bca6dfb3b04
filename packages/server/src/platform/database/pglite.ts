import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Database, DatabaseUnavailable, type Queries, retryingLostRaces } from './database.ts';
import type { ThreadAnswer, ThreadCall } from './pglite-calls.ts';
import { type Parsers, parsersOf, rowsSaid, statementMessage } from './pglite-messages.ts';

/**
 * PostgreSQL inside this process, in a thread of its own (pglite-thread.ts), its data a folder, or memory when `folder` is null. One connection:
 * transactions queue up. Safe against a crash of the process, not against power loss: it never asks the disk to flush.
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
    transaction: (work) => retryingLostRaces(() => thread.transaction(work)),
    script: async (sql) => {
      await thread.call({ kind: 'script', sql });
    },
    // Nobody else is on this database, so nobody else can have anything to tell.
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

interface Question {
  sql: string;
  values: readonly unknown[];
  /** Of a statement that comes again and again. */
  name: string | undefined;
  transaction: number | null;
}

/** Of a call nothing outlives it but what the database itself keeps. Emptied often, the nursery gives back the bytes of calls too, which otherwise make the collector go through everything. */
const resourceLimits = { maxYoungGenerationSizeMb: 2 };

class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #parsers: Parsers = {};
  #calls = 0;
  #transactions = 0;
  #gone: Error | null = null;

  constructor(folder: string | null) {
    this.#worker = new Worker(new URL('./pglite-thread.ts', import.meta.url), {
      workerData: folder,
      resourceLimits,
    });
    this.#worker.on('message', (answer: ThreadAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#breakOff(error));
    this.#worker.on('exit', () => this.#breakOff(new Error('The embedded database is closed.')));
  }

  async open(): Promise<void> {
    const answer = await this.call({
      kind: 'query',
      sql: 'select oid::int4 as type, typarray::int4 as list from pg_type where typarray <> 0',
      values: [],
      transaction: null,
    });
    // The statement names its columns.
    if ('rows' in answer) this.#parsers = parsersOf(answer.rows as { type: number; list: number }[]);
  }

  async query<Row>({ sql, values, name, transaction }: Question): Promise<Row[]> {
    const answer = await (name === undefined
      ? this.call({ kind: 'query', sql, values, transaction })
      : this.call({ kind: 'statement', sql, name, transaction, message: statementMessage(name, values) }));
    // The caller names the shape of the rows it selected; the store's tests hold the two together.
    return ('said' in answer ? rowsSaid(answer.said, this.#parsers) : answer.rows) as Row[];
  }

  call(call: WithoutId<ThreadCall>): Promise<Answered> {
    if (this.#gone)
      return Promise.reject(
        new DatabaseUnavailable('The embedded database is closed.', { cause: this.#gone }),
      );
    this.#calls += 1;
    const id = this.#calls;
    // Bytes are handed over and not copied; nobody here looks at them again.
    const handedOver = call.kind === 'statement' ? [call.message.buffer] : [];
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...call, id }, handedOver);
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
    if (this.#gone) return;
    await this.call({ kind: 'close' });
    await this.#worker.terminate();
  }

  #settle(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (!('error' in answer)) waiting?.resolve(answer);
    else waiting?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
  }

  #breakOff(cause: Error): void {
    this.#gone ??= cause;
    for (const { reject } of this.#waiting.values())
      reject(new DatabaseUnavailable('The embedded database broke off.', { cause }));
    this.#waiting.clear();
  }
}
