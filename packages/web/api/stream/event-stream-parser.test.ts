import { expect, test } from 'vitest';
import { EventStreamParser } from './event-stream-parser.ts';

const text =
  'retry: 2000\n: connected\n\nid: 7\ndata: {"a":1}\n\n: still here\n\nid: 8\nevent: gap\ndata: one\ndata: two\n\n';
const expected = [
  { id: '7', event: 'message', data: '{"a":1}' },
  { id: '8', event: 'gap', data: 'one\ntwo' },
];

test.each([1, 3, 10, text.length])('messages are the same when the text comes in pieces of %i', (size) => {
  const parser = new EventStreamParser();
  const found = [];
  for (let at = 0; at < text.length; at += size) found.push(...parser.push(text.slice(at, at + size)));
  expect(found).toEqual(expected);
});

test('a message that is not complete yet is not given', () => {
  expect(new EventStreamParser().push('id: 9\ndata: half')).toEqual([]);
});
