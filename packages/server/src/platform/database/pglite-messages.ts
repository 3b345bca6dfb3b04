import { messages, protocol, types } from '@electric-sql/pglite';
import { plainColumn, textColumn } from './columns.ts';
import { parserByType } from './value-parsers.ts';

const { serialize, Parser } = protocol;

/*
 * What is said to a prepared statement of the embedded database, and what it answers, in the words of PostgreSQL's protocol
 * (https://www.postgresql.org/docs/current/protocol-message-formats.html). Both are made and read outside of the database's thread, which is the
 * busiest, and cross over as bytes that nobody copies.
 */

const execution = Buffer.concat([serialize.describe({ type: 'P' }), serialize.execute({}), serialize.sync()]);
const textFormat = 0;
const binaryFormat = 1;

/**
 * Binds the values and runs the statement. It is written into one buffer of its size: that of the library grows by doubling, and what it left behind made the
 * collector stop the database four times a second.
 */
export function statementMessage(name: string, values: readonly unknown[]): Uint8Array<ArrayBuffer> {
  const bound = values.map(boundValue);
  const statement = Buffer.byteLength(name) + 1;
  const sizes = bound.reduce<number>((sum, value) => sum + 4 + sizeOf(value), 0);
  const length = 4 + 1 + statement + 2 + 2 * bound.length + 2 + sizes + 2;
  const message = Buffer.from(new ArrayBuffer(1 + length + execution.length));
  let at = message.write('B', 0);
  at = message.writeInt32BE(length, at);
  // The portal has no name.
  at = message.writeInt8(0, at);
  at += message.write(name, at);
  at = message.writeInt8(0, at);
  at = message.writeInt16BE(bound.length, at);
  for (const value of bound)
    at = message.writeInt16BE(value instanceof Uint8Array ? binaryFormat : textFormat, at);
  at = message.writeInt16BE(bound.length, at);
  for (const value of bound) {
    at = message.writeInt32BE(value === null ? -1 : sizeOf(value), at);
    if (typeof value === 'string') at += message.write(value, at);
    else if (value !== null)
      at += Buffer.from(value.buffer, value.byteOffset, value.byteLength).copy(message, at);
  }
  at = message.writeInt16BE(0, at);
  message.set(execution, at);
  return new Uint8Array(message.buffer);
}

/** Bytes travel as they are, everything else as text. */
function boundValue(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return arrayText(value);
  if (typeof value === 'object')
    throw new TypeError('A statement takes texts, numbers, flags, bytes and lists of them.');
  return String(value);
}

function arrayText(values: readonly unknown[]): string {
  const isText = values.some((value) => typeof value === 'string');
  // All are texts, or none is: a list has one type.
  return isText
    ? textColumn(values as (string | null)[])
    : plainColumn(values as (number | boolean | null)[]);
}

function sizeOf(value: string | Uint8Array | null): number {
  if (value === null) return 0;
  return typeof value === 'string' ? Buffer.byteLength(value) : value.byteLength;
}

/** Text → value, by type. */
export type Parsers = Record<number, (text: string, type?: number) => unknown>;

const asItIs = (text: string): string => text;

/** The parsers of every type and of every list of it. */
export function parsersOf(listTypes: readonly { type: number; list: number }[]): Parsers {
  const ofOne: Parsers = { ...types.parsers, ...Object.fromEntries(parserByType) };
  const ofMany = listTypes.map(({ type, list }): [number, Parsers[number]] => [
    list,
    (text) => types.arrayParser(text, ofOne[type] ?? asItIs, list),
  ]);
  return { ...Object.fromEntries(ofMany), ...ofOne };
}

interface Column {
  name: string;
  read(text: string): unknown;
}

// The first byte of a message says what it is.
const rowDescription = 'T'.charCodeAt(0);
const dataRow = 'D'.charCodeAt(0);
const errorResponse = 'E'.charCodeAt(0);
/** Of a column, behind its name: table, place in it, type, size, modifier, format. */
const typeOffset = 6;
const columnBytes = 18;

/**
 * The rows that a statement gave. Throws what the database complained of, with its code. The library's own reader makes a decoder's call of every byte run and
 * a message of every row, which took longer than the reading itself.
 */
export function rowsSaid(said: Uint8Array, parsers: Parsers): unknown[] {
  const bytes = Buffer.from(said.buffer, said.byteOffset, said.byteLength);
  const rows: unknown[] = [];
  let columns: Column[] = [];
  for (let at = 0; at < bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    const kind = bytes[at];
    if (kind === dataRow) rows.push(rowAt(bytes, at + 7, columns));
    else if (kind === rowDescription) columns = columnsAt(bytes, at + 5, parsers);
    else if (kind === errorResponse) throw complaintIn(said);
  }
  return rows;
}

function columnsAt(bytes: Buffer, start: number, parsers: Parsers): Column[] {
  let at = start + 2;
  return Array.from({ length: bytes.readInt16BE(start) }, () => {
    const end = bytes.indexOf(0, at);
    const name = bytes.toString('utf8', at, end);
    const read = parsers[bytes.readInt32BE(end + 1 + typeOffset)] ?? asItIs;
    at = end + 1 + columnBytes;
    return { name, read };
  });
}

function rowAt(bytes: Buffer, start: number, columns: readonly Column[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  let at = start;
  for (const { name, read } of columns) {
    const length = bytes.readInt32BE(at);
    at += 4;
    row[name] = length < 0 ? null : read(bytes.toString('utf8', at, at + length));
    at += Math.max(length, 0);
  }
  return row;
}

function complaintIn(said: Uint8Array): Error {
  let complaint = new Error('The embedded database complained.');
  new Parser().parse(said, (message) => {
    if (message instanceof messages.DatabaseError) complaint = message;
  });
  return complaint;
}
