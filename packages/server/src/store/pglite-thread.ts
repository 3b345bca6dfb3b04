import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Statement, ThreadAnswer, ThreadCall } from './pglite-calls.ts';
import { PgliteStatements } from './pglite-statements.ts';
import { byteaText, parserByType } from './value-parsers.ts';

/**
 * The embedded database in a thread of its own, so that a long statement never holds up the server's answers. It takes calls one by one; a transaction
 * holds the connection from `begin` to `commit` or `rollback`, and calls from outside it wait.
 */
const folder: unknown = workerData;
// Its own way with bytes goes through every one of them in JavaScript.
const options = { parsers: Object.fromEntries(parserByType), serializers: { 17: byteaText } };
const opening = typeof folder === 'string' ? PGlite.create(folder, options) : PGlite.create(options);

let statements: PgliteStatements | null = null;

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
      return query(db, transactionOf(call.transaction)?.tx ?? null, call);
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

async function query(
  db: PGlite,
  tx: Transaction | null,
  { sql, values, name }: Statement,
): Promise<unknown[]> {
  if (name === null) return (await (tx ?? db).query(sql, [...values])).rows;
  statements ??= new PgliteStatements(db);
  const named = statements;
  return tx === null ? db.transaction(() => named.query(name, sql, values)) : named.query(name, sql, values);
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
