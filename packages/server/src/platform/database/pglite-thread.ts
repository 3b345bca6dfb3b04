import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, protocol, type Transaction } from '@electric-sql/pglite';
import { ConnectionTurns } from './connection-turns.ts';
import type { Statement, ThreadAnswer, ThreadCall } from './pglite-calls.ts';
import { byteaText, parserByType } from './value-parsers.ts';

/**
 * The embedded database in a thread of its own, so that a long statement never holds up the server's answers. It takes calls one by one; a transaction
 * holds the connection from `begin` to `commit` or `rollback`, and calls from outside it wait.
 */
const folder: unknown = workerData;
// Its own way with bytes goes through every one of them in JavaScript.
const options = { parsers: Object.fromEntries(parserByType), serializers: { 17: byteaText } };
const opening = typeof folder === 'string' ? PGlite.create(folder, options) : PGlite.create(options);

const turns = new ConnectionTurns();
const reading = /^\s*select\b/i;

/** Names of the statements that are prepared. */
const prepared = new Set<string>();

interface OpenTransaction {
  tx: Transaction;
  end(commit: boolean): void;
}

/** Open transactions by number, and the end of each as PGlite sees it. */
const transactions = new Map<number, OpenTransaction>();
const endings = new Map<number, Promise<void>>();

parentPort?.on('message', (call: ThreadCall) => {
  answer(call)
    .then(reply)
    .catch((error: unknown) => reply({ id: call.id, error: plain(error) }));
});

function reply(message: ThreadAnswer): void {
  // Bytes are handed over and not copied; they are ours alone.
  const handedOver = 'said' in message ? [message.said.buffer] : [];
  parentPort?.postMessage(message, handedOver);
}

async function answer(call: ThreadCall): Promise<ThreadAnswer> {
  const db = await opening;
  const { id } = call;
  switch (call.kind) {
    case 'begin':
      await turns.take('other');
      await begin(db, call.transaction).catch(giveBack);
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

function giveBack(error: unknown): never {
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
  if (call.kind === 'statement') return { id: call.id, said: await run(db, call) };
  const { rows } = await through.query(call.sql, [...call.values]);
  return { id: call.id, rows };
}

/**
 * Runs a statement that comes again and again: parsed once, planned a few times, and from then on only bound and run. By its own `query` the engine reads and
 * plans the text anew each time, which for the write of a batch takes longer than some dozen of its events. To be called by whoever holds the connection.
 */
async function run(db: PGlite, { name, sql, message }: Statement): Promise<Uint8Array<ArrayBuffer>> {
  // Whoever holds the transaction ends it, and with it what reaches the disk.
  const options = { syncToFs: false };
  if (!prepared.has(name)) {
    const { serialize } = protocol;
    await db.execProtocol(Buffer.concat([serialize.parse({ name, text: sql }), serialize.sync()]), options);
    prepared.add(name);
  }
  const pieces: Uint8Array[] = [];
  // What is handed here lies in the memory of the database, which it uses again.
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

/** Resolves when the transaction has begun. To be called by whoever holds the connection; `end` gives it back. */
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
  open.end(commit);
  await ending?.finally(() => turns.release());
}

/** Errors lose their class on the way between threads; what callers look at is kept. */
function plain(error: unknown): { message: string; code: string | null } {
  const message = error instanceof Error ? error.message : String(error);
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
  return { message, code };
}
