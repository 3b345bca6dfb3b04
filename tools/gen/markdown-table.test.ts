import { expect, test } from 'vitest';
import { asCode, markdownTable } from './markdown-table.ts';

test('puts each row on one line, whatever its cells hold', () => {
  expect(markdownTable(['name', 'meaning'], [['a|b', 'first\n  second']])).toBe(
    '| name | meaning |\n|---|---|\n| a\\|b | first second |',
  );
});

test('leaves an empty word empty instead of showing two backticks', () => {
  expect([asCode(''), asCode('PORT')]).toEqual(['', '`PORT`']);
});
