import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Database, DatabaseUnavailable, type Queries, retryingLostRaces } from './database.ts';
import type { ThreadAnswer, ThreadCall } from './pglite-calls.ts';

/**
 * PostgreSQL inside this process, in a thread of its own (pglite-thread.ts), its data a folder, or memory when `folder` is null. One connection:
 * transactions queue up. Safe against a crash of the process, not against power loss: it never asks the disk to flush.
 */
export async function openPglite(folder: string | null): Promise<Database> {
  if (folder !== null) mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const thread = new Thread(folder);
  await thread.call({ kind: 'query', sql: 'select 1', values: [], name: null, transaction: null });
  const query = <Row>(sql: string, values: readonly unknown[] = [], name?: string): Promise<Row[]> =>
    thread.call<Row>({ kind: 'query', sql, values, name: name ?? null, transaction: null });
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

interface Waiting {
  resolve(rows: unknown[]): void;
  reject(error: Error): void;
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  #transactions = 0;
  #gone: Error | null = null;

  constructor(folder: string | null) {
    this.#worker = new Worker(new URL('./pglite-thread.ts', import.meta.url), { workerData: folder });
    this.#worker.on('message', (answer: ThreadAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#breakOff(error));
    this.#worker.on('exit', () => this.#breakOff(new Error('The embedded database is closed.')));
  }

  call<Row>(call: WithoutId<ThreadCall>): Promise<Row[]> {
    if (this.#gone)
      return Promise.reject(
        new DatabaseUnavailable('The embedded database is closed.', { cause: this.#gone }),
      );
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve, reject) => {
      // The caller names the shape of the rows it selected; the store's tests hold the two together.
      this.#waiting.set(id, { resolve: (rows) => resolve(rows as Row[]), reject });
      this.#worker.postMessage({ ...call, id });
    });
  }

  async transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    this.#transactions += 1;
    const transaction = this.#transactions;
    await this.call({ kind: 'begin', transaction });
    let result: T;
    try {
      result = await work({
        query: (sql, values, name) =>
          this.call({ kind: 'query', sql, values: values ?? [], name: name ?? null, transaction }),
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
    if ('rows' in answer) waiting?.resolve(answer.rows);
    else waiting?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
  }

  #breakOff(cause: Error): void {
    this.#gone ??= cause;
    for (const { reject } of this.#waiting.values())
      reject(new DatabaseUnavailable('The embedded database broke off.', { cause }));
    this.#waiting.clear();
  }
}
