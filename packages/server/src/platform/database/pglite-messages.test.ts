import { expect, it } from 'vitest';
import { parsersOf, rowsSaid, statementMessage } from './pglite-messages.ts';

const text = (message: Uint8Array): string => Buffer.from(message).toString('latin1');

it('writes each value as what it is, and says so', () => {
  const message = Buffer.from(
    statementMessage('find', ['é', 7, true, null, Buffer.from([0, 255]), ['a', null], [1, 2]]),
  );
  const shown = text(message);
  expect(shown.startsWith('B')).toBe(true);
  // Formats: bytes alone are binary.
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
  // The length of the first message leads to the next, the description of what it gives.
  expect(shown[1 + message.readInt32BE(1)]).toBe('D');
  expect(shown.endsWith('S\0\0\0\x04')).toBe(true);
});

it('refuses what it has no form for', () => {
  expect(() => statementMessage('find', [{ a: 1 }])).toThrow(TypeError);
  expect(() => statementMessage('find', [new Date(0)])).toThrow(TypeError);
});

it('reads lists by the type of what is in them', () => {
  const parsers = parsersOf([{ type: 20, list: 1016 }]);
  expect(parsers[1016]?.('{1,NULL,3}')).toEqual([1, null, 3]);
});

it('gives no rows where nothing was said', () => {
  expect(rowsSaid(new Uint8Array(), {})).toEqual([]);
});
