/*
 * The embedded database in a separate thread, so that a long statement never delays the server's responses.
 * Calls are executed one at a time. A transaction holds the connection from `begin` to `commit` or
 * `rollback`, and calls from outside it wait.
 */

import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, protocol, type Transaction } from '@electric-sql/pglite';
import { ConnectionTurns } from './connection-turns.ts';
import type { Statement, ThreadAnswer, ThreadCall } from './pglite-calls.ts';
import { byteaText, parserByType } from './value-parsers.ts';

const folder: unknown = workerData;
// PGlite's own serializer of bytes handles each byte in JavaScript.
const options = { parsers: Object.fromEntries(parserByType), serializers: { 17: byteaText } };
const opening = typeof folder === 'string' ? PGlite.create(folder, options) : PGlite.create(options);

const turns = new ConnectionTurns();
const reading = /^\s*select\b/i;

/** Names of the prepared statements. */
const prepared = new Set<string>();

interface OpenTransaction {
  tx: Transaction;
  end(commit: boolean): void;
}

/** Open transactions by number, and the promise of PGlite that resolves at the end of each. */
const transactions = new Map<number, OpenTransaction>();
const endings = new Map<number, Promise<void>>();

parentPort?.on('message', (call: ThreadCall) => {
  answer(call)
    .then(reply)
    .catch((error: unknown) => reply({ id: call.id, error: plain(error) }));
});

function reply(message: ThreadAnswer): void {
  // The buffer is transferred instead of copied; it is not used here again.
  const transferred = 'response' in message ? [message.response.buffer] : [];
  parentPort?.postMessage(message, transferred);
}

async function answer(call: ThreadCall): Promise<ThreadAnswer> {
  const db = await opening;
  const { id } = call;
  switch (call.kind) {
    case 'begin':
      await turns.take('other');
      await begin(db, call.transaction).catch(releaseAfter);
      return { id, rows: [] };
    case 'commit':
    case 'rollback':
      await end(call.transaction, call.kind === 'commit');
      return { id, rows: [] };
    case 'script':
      await inTurn('other', () => db.exec(call.sql));
      return { id, rows: [] };
    case 'close':
      await inTurn('other', () => db.close());
      return { id, rows: [] };
    default:
      if (call.transaction !== null) return ask(db, call, transactionOf(call.transaction).tx);
      return inTurn(reading.test(call.sql) ? 'reader' : 'other', () => ask(db, call, db));
  }
}

function releaseAfter(error: unknown): never {
  turns.release();
  throw error;
}

async function inTurn<T>(kind: 'reader' | 'other', work: () => Promise<T>): Promise<T> {
  await turns.take(kind);
  try {
    return await work();
  } finally {
    turns.release();
  }
}

async function ask(
  db: PGlite,
  call: Extract<ThreadCall, { kind: 'query' | 'statement' }>,
  through: Pick<Transaction, 'query'>,
): Promise<ThreadAnswer> {
  if (call.kind === 'statement') return { id: call.id, response: await run(db, call) };
  const { rows } = await through.query(call.sql, [...call.values]);
  return { id: call.id, rows };
}

/**
 * Executes a prepared statement: parsed once, planned a few times, and then only bound and executed. PGlite's
 * own `query` parses and plans the text each time, which for the write of a batch takes longer than several
 * dozen of its events. The caller must hold the connection.
 */
async function run(db: PGlite, { name, sql, message }: Statement): Promise<Uint8Array<ArrayBuffer>> {
  // The end of the transaction writes to the disk.
  const options = { syncToFs: false };
  if (!prepared.has(name)) {
    const { serialize } = protocol;
    await db.execProtocol(Buffer.concat([serialize.parse({ name, text: sql }), serialize.sync()]), options);
    prepared.add(name);
  }
  const pieces: Uint8Array[] = [];
  // The piece is a view of the database's memory, which is reused.
  await db.execProtocolRawStream(message, { ...options, onRawData: (piece) => pieces.push(piece.slice()) });
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

function transactionOf(number: number): OpenTransaction {
  const open = transactions.get(number);
  if (!open) throw new Error('This transaction has ended.');
  return open;
}

/** Resolves when the transaction has started. The caller must hold the connection; `end` releases it. */
function begin(db: PGlite, number: number): Promise<void> {
  return new Promise((started, failed) => {
    const ended = db.transaction(async (tx) => {
      const commit = await new Promise<boolean>((end) => {
        transactions.set(number, { tx, end });
        started();
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
  open.end(commit);
  await ending?.finally(() => turns.release());
}

/** Errors lose their class between threads; the parts that callers use are kept. */
function plain(error: unknown): { message: string; code: string | null } {
  const message = error instanceof Error ? error.message : String(error);
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
  return { message, code };
}
