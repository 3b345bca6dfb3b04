import { messages, protocol, types } from '@electric-sql/pglite';
import { plainColumn, textColumn } from './columns.ts';
import { parserByType } from './value-parsers.ts';

const { serialize, Parser } = protocol;

/*
 * Requests to prepared statements of the embedded database and their responses, in PostgreSQL's wire protocol
 * (https://www.postgresql.org/docs/current/protocol-message-formats.html). Both are encoded and decoded
 * outside the database's thread, which is the busiest, and transferred as buffers without a copy.
 */

const execution = Buffer.concat([serialize.describe({ type: 'P' }), serialize.execute({}), serialize.sync()]);
const textFormat = 0;
const binaryFormat = 1;

/**
 * Binds the values and executes the statement. The message is written into one buffer of the exact size: the
 * library's writer grows by doubling, and its garbage made the collector stop the database four times a
 * second.
 */
export function statementMessage(name: string, values: readonly unknown[]): Uint8Array<ArrayBuffer> {
  const bound = values.map(boundValue);
  const statement = Buffer.byteLength(name) + 1;
  const sizes = bound.reduce<number>((sum, value) => sum + 4 + sizeOf(value), 0);
  const length = 4 + 1 + statement + 2 + 2 * bound.length + 2 + sizes + 2;
  const message = Buffer.from(new ArrayBuffer(1 + length + execution.length));
  let at = message.write('B', 0);
  at = message.writeInt32BE(length, at);
  // The portal is unnamed.
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

/** Bytes are sent in binary format, everything else as text. */
function boundValue(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return arrayText(value);
  if (typeof value === 'object')
    throw new TypeError('Parameters are texts, numbers, booleans, bytes and lists of them.');
  return String(value);
}

function arrayText(values: readonly unknown[]): string {
  const isText = values.some((value) => typeof value === 'string');
  // A list has one type: all elements are texts, or none of them.
  return isText
    ? textColumn(values as (string | null)[])
    : plainColumn(values as (number | boolean | null)[]);
}

function sizeOf(value: string | Uint8Array | null): number {
  if (value === null) return 0;
  return typeof value === 'string' ? Buffer.byteLength(value) : value.byteLength;
}

/** Text → value, by type OID. */
export type Parsers = Record<number, (text: string, type?: number) => unknown>;

const unchanged = (text: string): string => text;

/** The parsers of every type and of every list of it. */
export function parsersOf(listTypes: readonly { type: number; list: number }[]): Parsers {
  const ofElements: Parsers = { ...types.parsers, ...Object.fromEntries(parserByType) };
  const ofLists = listTypes.map(({ type, list }): [number, Parsers[number]] => [
    list,
    (text) => types.arrayParser(text, ofElements[type] ?? unchanged, list),
  ]);
  return { ...Object.fromEntries(ofLists), ...ofElements };
}

interface Column {
  name: string;
  read(text: string): unknown;
}

// The first byte of a message is its type.
const rowDescription = 'T'.charCodeAt(0);
const dataRow = 'D'.charCodeAt(0);
const errorResponse = 'E'.charCodeAt(0);
/** After a column's name: table, attribute number, type, size, modifier, format. */
const typeOffset = 6;
const columnBytes = 18;

/**
 * The rows of a response. Throws the database's error, with its code. The library's parser makes an object
 * per row and a decoder call per value, which takes longer than reading the values.
 */
export function readRows(response: Uint8Array, parsers: Parsers): unknown[] {
  const bytes = Buffer.from(response.buffer, response.byteOffset, response.byteLength);
  const rows: unknown[] = [];
  let columns: Column[] = [];
  for (let at = 0; at < bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    const kind = bytes[at];
    if (kind === dataRow) rows.push(rowAt(bytes, at + 7, columns));
    else if (kind === rowDescription) columns = columnsAt(bytes, at + 5, parsers);
    else if (kind === errorResponse) throw errorIn(response);
  }
  return rows;
}

function columnsAt(bytes: Buffer, start: number, parsers: Parsers): Column[] {
  let at = start + 2;
  return Array.from({ length: bytes.readInt16BE(start) }, () => {
    const end = bytes.indexOf(0, at);
    const name = bytes.toString('utf8', at, end);
    const read = parsers[bytes.readInt32BE(end + 1 + typeOffset)] ?? unchanged;
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

function errorIn(response: Uint8Array): Error {
  let error = new Error('The embedded database failed without a message.');
  new Parser().parse(response, (message) => {
    if (message instanceof messages.DatabaseError) error = message;
  });
  return error;
}
