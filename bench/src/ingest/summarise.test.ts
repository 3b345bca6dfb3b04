import type { LoadRecord } from '@milepost/simulator';
import { expect, test } from 'vitest';
import { eventKey } from './event-key.ts';
import { summariseFlow } from './summarise.ts';

/** One message each 10 ms from second 1 on, accepted after 5 ms and visible after 30. */
const moments = Array.from({ length: 200 }, (_, index) => 1_000 + index * 10);
const sent: LoadRecord[] = moments.map((at, index) => [`N${index}`, 0, at, at + 1, at + 5]);
const arrivals = {
  keys: moments.map((_, index) => eventKey(`N${index}`, 0)),
  at: moments.map((at) => at + 30),
};

test('counts from the start to the last acceptance and the last arrival', () => {
  expect(summariseFlow(sent, arrivals, 0)).toEqual({
    messagesPerSecond: Math.round(200 / 1.995),
    eventsPerSecond: Math.round(200 / 2.02),
    acceptMsP50: 5,
    acceptMsP99: 5,
    visibleMsP50: 30,
    visibleMsP99: 30,
    drainMs: 25,
    unseen: 0,
    seenTwice: 0,
  });
});

test('excludes a slow warm-up from the figures, but not its missing events', () => {
  const slow = {
    keys: arrivals.keys.slice(1),
    at: arrivals.at.slice(1).map((at) => (at < 2_000 ? at + 900 : at)),
  };
  const flow = summariseFlow(sent, slow, 1_000);
  expect(flow.visibleMsP99).toBe(30);
  expect(flow.unseen).toBe(1);
});

test('has no figures when nothing was accepted', () => {
  const refused = sent.map(
    ([number, occurredAt, dueAt, sentAt]): LoadRecord => [number, occurredAt, dueAt, sentAt, null],
  );
  expect(summariseFlow(refused, { keys: [], at: [] }, 0)).toMatchObject({
    messagesPerSecond: null,
    eventsPerSecond: null,
    acceptMsP99: null,
    visibleMsP99: null,
    drainMs: null,
    unseen: 0,
  });
});
