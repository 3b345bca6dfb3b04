import { describe, expect, it } from 'vitest';
import { arrays, documentColumn, listColumn, plainColumn, textColumn } from './columns.ts';

describe('a column', () => {
  it('of plain values is an array literal without quotes', () => {
    expect(plainColumn(['a-1', null, 3, true])).toBe('{a-1,NULL,3,true}');
    expect(plainColumn([])).toBe('{}');
  });

  it('of texts quotes every text, so that the text NULL stays a text', () => {
    expect(textColumn(['NULL', null, 'a"b', 'c\\d', '{,}'])).toBe('{"NULL",NULL,"a\\"b","c\\\\d","{,}"}');
  });

  it('of texts replaces characters that PostgreSQL refuses', () => {
    expect(textColumn(['a\u0000b', '\ud800'])).toBe('{"a\uFFFDb","\uFFFD"}');
  });

  it('of lists holds an array literal for each', () => {
    expect(listColumn([[], ['a', 'b']])).toBe('{"{}","{a,b}"}');
  });

  it('of documents separates them by a character that JSON never contains unescaped', () => {
    expect(documentColumn([{ a: '\u001e' }, 2])).toBe('{"a":"\\u001e"}\u001e2');
  });

  it('gets placeholders starting with a given number', () => {
    expect(arrays(3, 'uuid text')).toBe('$3::text::uuid[], $4::text::text[]');
  });
});
