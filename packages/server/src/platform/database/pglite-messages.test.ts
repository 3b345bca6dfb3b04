import { expect, it } from 'vitest';
import { parsersOf, readRows, statementMessage } from './pglite-messages.ts';

const text = (message: Uint8Array): string => Buffer.from(message).toString('latin1');

it('writes each value in the format that it declares', () => {
  const message = Buffer.from(
    statementMessage('find', ['é', 7, true, null, Buffer.from([0, 255]), ['a', null], [1, 2]]),
  );
  const shown = text(message);
  expect(shown.startsWith('B')).toBe(true);
  // Formats: only bytes are binary.
  expect(shown).toContain(`find\0\0\x07${'\0\0'.repeat(4)}\0\x01${'\0\0'.repeat(2)}\0\x07`);
  const values = [
    [2, 'Ã©'],
    [1, '7'],
    [4, 'true'],
    [-1, ''],
    [2, '\0ÿ'],
    [10, '{"a",NULL}'],
    [5, '{1,2}'],
  ] as const;
  const bytes = values.map(([length, value]) => {
    const head = Buffer.alloc(4);
    head.writeInt32BE(length);
    return text(head) + value;
  });
  expect(shown).toContain(bytes.join(''));
  // The first message is followed by the request for the row description.
  expect(shown[1 + message.readInt32BE(1)]).toBe('D');
  expect(shown.endsWith('S\0\0\0\x04')).toBe(true);
});

it('refuses values without a format', () => {
  expect(() => statementMessage('find', [{ a: 1 }])).toThrow(TypeError);
  expect(() => statementMessage('find', [new Date(0)])).toThrow(TypeError);
});

it('reads lists by the type of their elements', () => {
  const parsers = parsersOf([{ type: 20, list: 1016 }]);
  expect(parsers[1016]?.('{1,NULL,3}')).toEqual([1, null, 3]);
});

it('reads no rows from an empty response', () => {
  expect(readRows(new Uint8Array(), {})).toEqual([]);
});
