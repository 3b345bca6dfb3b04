/**
 * One buffer with named columns of numbers and bytes, so that loading is one read without parsing:
 *
 *   magic (8 bytes) │ header length (uint32) │ header │ columns, 8-byte aligned
 *
 * The header is JSON: [name, kind, byte offset, length][].
 *
 * Numbers use the byte order of the machine that wrote them: the buffer is a cache and is never shipped.
 */

const kinds = { bytes: Uint8Array, uint16: Uint16Array, uint32: Uint32Array, int32: Int32Array } as const;
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;
type Kind = keyof typeof kinds;
type HeaderRow = [name: string, kind: Kind, byteOffset: number, length: number];

const magic = 'MPGEO001';
const alignment = 8;
const headerStart = 12;
const aligned = (size: number): number => Math.ceil(size / alignment) * alignment;

export function packColumns(columns: Readonly<Record<string, Column>>): Uint8Array<ArrayBuffer> {
  const rows: HeaderRow[] = [];
  let byteOffset = 0;
  for (const [name, column] of Object.entries(columns)) {
    rows.push([name, kindOf(column), byteOffset, column.length]);
    byteOffset += aligned(column.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify(rows));
  const start = aligned(headerStart + header.length);
  const packed = new Uint8Array(start + byteOffset);
  packed.set(new TextEncoder().encode(magic));
  new DataView(packed.buffer).setUint32(magic.length, header.length, true);
  packed.set(header, headerStart);
  for (const [name, , offset] of rows) {
    const column = columns[name];
    if (column === undefined) continue;
    packed.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), start + offset);
  }
  return packed;
}

/** The columns as views on the buffer; null when it is incomplete or foreign and must be created again. */
export class PackedColumns {
  static open(packed: Uint8Array<ArrayBuffer>): PackedColumns | null {
    const text = new TextDecoder();
    if (packed.length < headerStart || text.decode(packed.subarray(0, magic.length)) !== magic) return null;
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    const headerEnd = headerStart + view.getUint32(magic.length, true);
    if (headerEnd > packed.length) return null;
    // packColumns writes this shape under the same magic.
    const rows = JSON.parse(text.decode(packed.subarray(headerStart, headerEnd))) as HeaderRow[];
    const start = aligned(headerEnd);
    const last = rows.at(-1);
    if (last !== undefined && start + last[2] + last[3] * kinds[last[1]].BYTES_PER_ELEMENT > packed.length)
      return null;
    const columns = rows.map(([name, kind, offset, length]): [string, Column] => [
      name,
      new kinds[kind](packed.buffer, packed.byteOffset + start + offset, length),
    ]);
    return new PackedColumns(new Map(columns));
  }

  readonly #columns: ReadonlyMap<string, Column>;

  private constructor(columns: ReadonlyMap<string, Column>) {
    this.#columns = columns;
  }

  column(name: string): Column {
    const column = this.#columns.get(name);
    if (column === undefined) throw new Error(`The packed gazetteer has no column ${name}.`);
    return column;
  }

  bytes(name: string): Uint8Array {
    const column = this.column(name);
    if (column instanceof Uint8Array) return column;
    throw new Error(`The packed column ${name} contains numbers, not bytes.`);
  }
}

function kindOf(column: Column): Kind {
  if (column instanceof Uint8Array) return 'bytes';
  if (column instanceof Uint16Array) return 'uint16';
  return column instanceof Uint32Array ? 'uint32' : 'int32';
}
