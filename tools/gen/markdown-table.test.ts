import { expect, test } from 'vitest';
import { asCode, markdownTable } from './markdown-table.ts';

test('writes each row on one line, whatever its cells contain', () => {
  expect(markdownTable(['name', 'meaning'], [['a|b', 'first\n  second']])).toBe(
    '| name | meaning |\n|---|---|\n| a\\|b | first second |',
  );
});

test('returns an empty word unchanged instead of two backticks', () => {
  expect([asCode(''), asCode('PORT')]).toEqual(['', '`PORT`']);
});
