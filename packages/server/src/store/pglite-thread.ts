import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { ThreadAnswer, ThreadCall } from './pglite-calls.ts';
import { parserByType } from './value-parsers.ts';

/**
 * The embedded database in a thread of its own, so that a long statement never holds up the server's answers. It takes calls one by one; a transaction
 * holds the connection from `begin` to `commit` or `rollback`, and calls from outside it wait.
 */
const folder: unknown = workerData;
const options = { parsers: Object.fromEntries(parserByType) };
const opening = typeof folder === 'string' ? PGlite.create(folder, options) : PGlite.create(options);

interface OpenTransaction {
  tx: Transaction;
  end(commit: boolean): void;
}

/** Open transactions by number, and the end of each as PGlite sees it. */
const transactions = new Map<number, OpenTransaction>();
const endings = new Map<number, Promise<void>>();

parentPort?.on('message', (call: ThreadCall) => {
  answer(call)
    .then((rows) => reply({ id: call.id, rows }))
    .catch((error: unknown) => reply({ id: call.id, error: plain(error) }));
});

function reply(message: ThreadAnswer): void {
  parentPort?.postMessage(message);
}

async function answer(call: ThreadCall): Promise<unknown[]> {
  const db = await opening;
  switch (call.kind) {
    case 'query':
      return (await (transactionOf(call.transaction)?.tx ?? db).query(call.sql, [...call.values])).rows;
    case 'script':
      await db.exec(call.sql);
      return [];
    case 'begin':
      await begin(db, call.transaction);
      return [];
    case 'commit':
    case 'rollback':
      await end(call.transaction, call.kind === 'commit');
      return [];
    case 'close':
      await db.close();
      return [];
  }
}

function transactionOf(number: number | null): OpenTransaction | null {
  if (number === null) return null;
  const open = transactions.get(number);
  if (!open) throw new Error('This transaction has ended.');
  return open;
}

/** Resolves when the transaction has begun; PGlite keeps everybody else waiting until it ends. */
function begin(db: PGlite, number: number): Promise<void> {
  return new Promise((begun, failed) => {
    const ended = db.transaction(async (tx) => {
      const commit = await new Promise<boolean>((end) => {
        transactions.set(number, { tx, end });
        begun();
      });
      if (!commit) await tx.rollback();
    });
    ended.catch(failed);
    endings.set(number, ended);
  });
}

async function end(number: number, commit: boolean): Promise<void> {
  const open = transactionOf(number);
  const ending = endings.get(number);
  transactions.delete(number);
  endings.delete(number);
  open?.end(commit);
  await ending;
}

/** Errors lose their class on the way between threads; what callers look at is kept. */
function plain(error: unknown): { message: string; code: string | null } {
  const message = error instanceof Error ? error.message : String(error);
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
  return { message, code };
}
