import { expect, it } from 'vitest';
import { MessageCache } from './message-cache.ts';
import type { RawMessage } from './store/raw-messages.ts';

const message = (id: string, bytes: number): RawMessage => ({
  id,
  workspaceId: 'w',
  accountId: 'a',
  carrier: 'toy',
  kind: 'webhook',
  contentType: null,
  headers: {},
  askedFor: null,
  body: new Uint8Array(bytes),
  contentHash: new Uint8Array(32),
  receivedAt: 0,
});

it('returns each message only once', () => {
  const cache = new MessageCache(100);
  cache.add([message('1', 10), message('2', 10)]);
  expect(cache.take('1')?.id).toBe('1');
  expect(cache.take('1')).toBeNull();
  expect(cache.take('2')?.id).toBe('2');
});

it('removes the oldest messages when there are too many', () => {
  const cache = new MessageCache(100);
  cache.add(Array.from({ length: 101 }, (_, index) => message(String(index), 1)));
  expect(cache.take('0')).toBeNull();
  expect(cache.take('1')?.id).toBe('1');
});

it('removes the oldest messages when they are too large together, and no longer counts those taken', () => {
  const cache = new MessageCache(100);
  const half = 32 * 1024 * 1024;
  cache.add([message('1', half), message('2', half)]);
  cache.take('1');
  cache.add([message('3', half)]);
  expect(cache.take('2')?.id).toBe('2');
  cache.add([message('4', half), message('5', 1)]);
  expect(cache.take('3')).toBeNull();
  expect(cache.take('4')?.id).toBe('4');
});

it('takes a message with an empty body', () => {
  const cache = new MessageCache(100);
  cache.add([message('1', 0)]);
  expect(cache.take('1')?.id).toBe('1');
});
