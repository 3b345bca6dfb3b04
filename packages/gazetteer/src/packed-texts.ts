import type { Column, PackedColumns } from './packed-columns.ts';

/** Texts back to back in one column of bytes, with their offsets in another. */
export function packTexts(name: string, texts: readonly string[]): Record<string, Column> {
  const encoded = texts.map((text) => Buffer.from(text));
  const starts = new Uint32Array(encoded.length + 1);
  for (const [at, bytes] of encoded.entries()) starts[at + 1] = (starts[at] ?? 0) + bytes.length;
  return { [`${name}.bytes`]: new Uint8Array(Buffer.concat(encoded)), [`${name}.starts`]: starts };
}

export class PackedTexts {
  readonly #bytes: Buffer;
  readonly #starts: Column;

  constructor(columns: PackedColumns, name: string) {
    const bytes = columns.bytes(`${name}.bytes`);
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#starts = columns.column(`${name}.starts`);
  }

  at(index: number): string {
    return this.#bytes.toString('utf8', this.#starts[index], this.#starts[index + 1]);
  }

  /** The index of a text when the texts were packed in byte order, or -1. */
  indexOf(text: string): number {
    const wanted = Buffer.from(text);
    let low = 0;
    let high = this.#starts.length - 2;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.#compareAt(middle, wanted);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /**
   * Byte by byte, because the first few bytes nearly always decide, and a call to the native comparison costs
   * more.
   */
  #compareAt(index: number, wanted: Uint8Array): number {
    const start = this.#starts[index] ?? 0;
    const length = (this.#starts[index + 1] ?? start) - start;
    const shared = Math.min(length, wanted.length);
    for (let at = 0; at < shared; at += 1) {
      const difference = (this.#bytes[start + at] ?? 0) - (wanted[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - wanted.length;
  }
}

/** The order that `indexOf` needs. */
export function inByteOrder(texts: Iterable<string>): string[] {
  const rows = Array.from(texts, (text) => ({ text, bytes: Buffer.from(text) }));
  return rows.sort((left, right) => left.bytes.compare(right.bytes)).map((row) => row.text);
}
