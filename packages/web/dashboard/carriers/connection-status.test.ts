import { expect, test } from 'vitest';
import { connectionStatusOf } from './connection-status.ts';

const at = '2026-03-02T10:00:00Z';
const nothing = { lastReceivedAt: null, lastAskedAt: null, lastFailure: null };

test.each([
  ['nothing was heard and nothing asked', nothing, 'waiting'],
  ['a message came', { ...nothing, lastReceivedAt: at }, 'received'],
  ['the carrier was asked and answered', { ...nothing, lastAskedAt: at }, 'answered'],
  ['the carrier refused', { ...nothing, lastAskedAt: at, lastFailure: 'The key is refused.' }, 'failing'],
  [
    'a message came, and then one that could not be checked',
    { ...nothing, lastReceivedAt: at, lastFailure: 'The signature is wrong.' },
    'failing',
  ],
])('when %s, the sign is right', (_, feed, sign) => {
  expect(connectionStatusOf(feed)).toBe(sign);
});
