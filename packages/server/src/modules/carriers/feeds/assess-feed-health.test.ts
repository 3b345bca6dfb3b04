import { expect, it } from 'vitest';
import { assessFeedHealth, type FeedSigns } from './assess-feed-health.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 2, 2, 12);
const signs: FeedSigns = {
  createdAt: now - 100 * hour,
  pollEnabled: false,
  lastReceivedAt: now - hour,
  lastPolledAt: null,
  lastFailure: null,
  failures: 0,
  underWay: 12,
};

it.each<[string, Partial<FeedSigns>, string, RegExp]>([
  ['received lately', {}, 'fresh', /within the last 6 hours/],
  [
    'quiet since the morning',
    { lastReceivedAt: now - 7 * hour },
    'late',
    /7 hours since the last message, with 12 shipments under way/,
  ],
  ['quiet for a day', { lastReceivedAt: now - 24 * hour }, 'silent', /silent after 24 hours/],
  [
    'polled with success, nothing new',
    { lastReceivedAt: now - 30 * hour, pollEnabled: true, lastPolledAt: now - hour },
    'fresh',
    /Received/,
  ],
  [
    'not polled any more',
    { lastReceivedAt: now - 30 * hour, lastPolledAt: now - hour },
    'silent',
    /30 hours/,
  ],
  ['refused', { failures: 2, lastFailure: 'The key is not valid.' }, 'failing', /last 2 requests.*not valid/],
  ['with nothing under way', { underWay: 0, lastReceivedAt: null }, 'idle', /no message is expected/],
  ['new', { createdAt: now - hour, lastReceivedAt: null }, 'fresh', /new/],
  [
    'never received',
    { lastReceivedAt: null, underWay: 1 },
    'silent',
    /since the account was added, with 1 shipment under way/,
  ],
])('a feed that is %s', (_what, changes, state, rule) => {
  const verdict = assessFeedHealth({ ...signs, ...changes }, now);
  expect(verdict.state).toBe(state);
  expect(verdict.rule).toMatch(rule);
});
