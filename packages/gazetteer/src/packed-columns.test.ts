import { describe, expect, it } from 'vitest';
import { PackedColumns, packColumns } from './packed-columns.ts';
import { inByteOrder, PackedTexts, packTexts } from './packed-texts.ts';

const words = ['', 'amsterdam', 'amster', 'москва', 'zürich', '東京', '😀', '\uffee'];

describe('packed columns', () => {
  it('are read as they were written', () => {
    const columns = {
      small: Uint16Array.of(1, 65_535),
      signed: Int32Array.of(-5, 7),
      bytes: Uint8Array.of(1, 2, 3),
    };
    const opened = PackedColumns.open(packColumns(columns));
    for (const [name, column] of Object.entries(columns)) expect(opened?.column(name)).toEqual(column);
    expect(() => opened?.column('other')).toThrow('no column other');
    expect(() => opened?.bytes('small')).toThrow('contains numbers');
  });

  it('are rejected when they are foreign or incomplete', () => {
    const packed = packColumns({ bytes: new Uint8Array(64) });
    expect(PackedColumns.open(packed)).not.toBeNull();
    expect(PackedColumns.open(packed.slice(0, -1))).toBeNull();
    expect(PackedColumns.open(packed.slice(0, 20))).toBeNull();
    expect(PackedColumns.open(new Uint8Array(0))).toBeNull();
    expect(
      PackedColumns.open(Uint8Array.from(packed, (byte, at) => (at === 0 ? byte + 1 : byte))),
    ).toBeNull();
  });

  it('find every text that was packed in byte order, and no other', () => {
    const sorted = inByteOrder(words);
    const opened = PackedColumns.open(packColumns(packTexts('word', sorted)));
    if (opened === null) throw new Error('The columns cannot be opened.');
    const texts = new PackedTexts(opened, 'word');
    for (const [at, word] of sorted.entries()) {
      expect(texts.at(at)).toBe(word);
      expect(texts.indexOf(word)).toBe(at);
    }
    for (const other of ['a', 'amsterdamm', 'amste', 'zz', '\uffff']) expect(texts.indexOf(other)).toBe(-1);
  });
});
