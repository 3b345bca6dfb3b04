import { expect, it } from 'vitest';
import { FreshMessages } from './fresh-messages.ts';
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

it('gives each message out once', () => {
  const fresh = new FreshMessages(100);
  fresh.add([message('1', 10), message('2', 10)]);
  expect(fresh.take('1')?.id).toBe('1');
  expect(fresh.take('1')).toBeNull();
  expect(fresh.take('2')?.id).toBe('2');
});

it('lets the oldest go when there are too many', () => {
  const fresh = new FreshMessages(100);
  fresh.add(Array.from({ length: 101 }, (_, index) => message(String(index), 1)));
  expect(fresh.take('0')).toBeNull();
  expect(fresh.take('1')?.id).toBe('1');
});

it('lets the oldest go when they are too large, and counts what was taken', () => {
  const fresh = new FreshMessages(100);
  const half = 32 * 1024 * 1024;
  fresh.add([message('1', half), message('2', half)]);
  fresh.take('1');
  fresh.add([message('3', half)]);
  expect(fresh.take('2')?.id).toBe('2');
  fresh.add([message('4', half), message('5', 1)]);
  expect(fresh.take('3')).toBeNull();
  expect(fresh.take('4')?.id).toBe('4');
});
