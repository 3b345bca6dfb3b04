import { expect, it } from 'vitest';
import { AnswerReader } from './answer-reader.ts';

const accepted =
  'HTTP/1.1 202 Accepted\r\ncontent-type: application/json\r\nContent-Length: 12\r\n\r\n{"id":"\r\n1"}';
const empty = 'HTTP/1.1 204 No Content\r\nconnection: keep-alive\r\n\r\n';
const full = 'HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\ncontent-length: 4\r\n\r\nfull';
const stream = accepted + empty + full + accepted;
const answers = [
  { status: 202, retryAfterMs: null },
  { status: 204, retryAfterMs: null },
  { status: 503, retryAfterMs: 5_000 },
  { status: 202, retryAfterMs: null },
];

it.each([1, 2, 7, 40, 100, stream.length])('reads answers that arrive %d bytes at a time', (size) => {
  const reader = new AnswerReader();
  const read = [];
  for (let start = 0; start < stream.length; start += size) {
    read.push(...reader.read(Buffer.from(stream.slice(start, start + size))));
  }
  expect(read).toEqual(answers);
});

it('rejects an answer without a content length', () => {
  const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n';
  expect(() => new AnswerReader().read(Buffer.from(chunked))).toThrow('chunked answer');
});
