import { expect, test } from 'vitest';
import { connectionStatusOf } from './connection-status.ts';

const at = '2026-03-02T10:00:00Z';
const nothing = { lastReceivedAt: null, lastAskedAt: null, lastFailure: null };

test.each([
  ['nothing was received and nothing polled', nothing, 'waiting'],
  ['a message was received', { ...nothing, lastReceivedAt: at }, 'received'],
  ['a poll succeeded', { ...nothing, lastAskedAt: at }, 'answered'],
  ['a poll failed', { ...nothing, lastAskedAt: at, lastFailure: 'The key is refused.' }, 'failing'],
  [
    'a message was received, and then one with a wrong signature',
    { ...nothing, lastReceivedAt: at, lastFailure: 'The signature is wrong.' },
    'failing',
  ],
])('gives the status when %s', (_, feed, status) => {
  expect(connectionStatusOf(feed)).toBe(status);
});
