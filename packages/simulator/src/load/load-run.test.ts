import { describe, expect, it } from 'vitest';
import { toyCredentials, toyDialect } from '../testing/toy-dialect.ts';
import { LoadMessages } from './load-messages.ts';
import { LoadRun, type LoadRunOptions } from './load-run.ts';
import type { Answer, LoadRequest, OnAnswer } from './open-connection.ts';
import { PreparedMessages } from './prepared-messages.ts';

const target = { dialect: toyDialect(), hookUrl: 'http://127.0.0.1/a', credentials: toyCredentials };
const accepted: Answer = { status: 202, retryAfterMs: null };

interface Play extends Partial<LoadRunOptions> {
  /** How long the receiver takes to answer. */
  answerMs: number;
  connections?: number;
  answer?: (call: number) => Answer | null;
}

/** Simulates a run on a clock that only advances during sleeps, against a receiver with a delay. */
async function play({ answerMs, connections = 4, answer = () => accepted, ...options }: Play) {
  let now = 0;
  let calls = 0;
  let maxInFlight = 0;
  let due: { at: number; reply(): void }[] = [];
  const line = () => {
    const inFlight = new Set<object>();
    return {
      get inFlight() {
        return inFlight.size;
      },
      send(_request: LoadRequest, onAnswer: OnAnswer) {
        calls += 1;
        const reply = answer(calls);
        const entry = { at: now + answerMs, reply: () => [inFlight.delete(entry), onAnswer(reply)] };
        inFlight.add(entry);
        due.push(entry);
        maxInFlight = Math.max(maxInFlight, inFlight.size);
      },
    };
  };
  const messages = new LoadMessages({
    seed: 1,
    targets: [target],
    parcels: 200,
    before: Date.UTC(2026, 5, 1),
  });
  const run = new LoadRun(
    new PreparedMessages(messages, 5_000),
    { ratePerSecond: 500, rampSeconds: 0, seconds: 2, pipelining: 2, ...options },
    {
      connections: Array.from({ length: connections }, line),
      now: () => {
        // Reading the clock takes time too; otherwise preparing messages would take none.
        now += 0.000_01;
        return now;
      },
      async sleep(ms) {
        now += ms;
        const ready = due.filter(({ at }) => at <= now);
        due = due.filter(({ at }) => at > now);
        for (const { reply } of ready) reply();
      },
    },
  );
  await run.run();
  return { counts: run.counts(), records: [...run.records], maxInFlight, total: messages.count() };
}

describe('a run at a fixed rate', () => {
  it('starts slowly with a ramp', async () => {
    const { counts, records } = await play({ answerMs: 3, rampSeconds: 1 });
    expect(counts.sent).toBeGreaterThanOrEqual(749);
    expect(counts.sent).toBeLessThanOrEqual(751);
    const dueIn = (from: number, to: number) => records.filter(([, , at]) => at >= from && at < to).length;
    expect(dueIn(0, 500)).toBeCloseTo(63, -1);
    expect(dueIn(1_500, 2_000)).toBeCloseTo(250, -1);
  });

  it('sends evenly and ends on time', async () => {
    const { counts, records } = await play({ answerMs: 3 });
    expect(counts.sent).toBeGreaterThanOrEqual(999);
    expect(counts.sent).toBeLessThanOrEqual(1_001);
    expect(counts.accepted).toBe(counts.sent);
    for (const [index, [, , dueAt, sentAt]] of records.entries()) {
      expect(dueAt).toBeCloseTo(index * 2, 0);
      expect(sentAt - dueAt).toBeLessThan(2);
    }
  });

  it('measures latency from when each message was due, even when the receiver is too slow', async () => {
    // Eight at a time in 40 ms are 200 a second; 500 a second are due.
    const { counts, records, maxInFlight } = await play({ answerMs: 40 });
    expect(maxInFlight).toBe(2);
    expect(counts.sent).toBeGreaterThan(360);
    expect(counts.sent).toBeLessThan(420);
    const [, , dueAt = 0, , acceptedAt = 0] = records.at(-1) ?? [];
    expect((acceptedAt ?? 0) - dueAt).toBeGreaterThan(1_000);
  });
});

describe('a run without a fixed rate', () => {
  it('keeps the maximum number of requests in flight until nothing is left', async () => {
    const { counts, total, maxInFlight } = await play({ ratePerSecond: null, seconds: 60, answerMs: 5 });
    expect(counts).toMatchObject({ sent: total, accepted: total, refused: 0, retries: 0 });
    expect(maxInFlight).toBe(2);
  });

  it('waits for Retry-After before it sends a message again', async () => {
    const full: Answer = { status: 429, retryAfterMs: 700 };
    const { records } = await play({
      ratePerSecond: null,
      seconds: 60,
      answerMs: 5,
      answer: (call) => (call === 1 ? full : accepted),
    });
    const [, , , sentAt = 0, acceptedAt = 0] = records[0] ?? [];
    expect((acceptedAt ?? 0) - sentAt).toBeGreaterThanOrEqual(710);
    expect((acceptedAt ?? 0) - sentAt).toBeLessThan(730);
  });

  it('sends no more messages to a full receiver than there are slots', async () => {
    const full: Answer = { status: 503, retryAfterMs: 500 };
    const { counts } = await play({
      ratePerSecond: null,
      seconds: 10,
      answerMs: 5,
      answer: (call) => (call <= 80 ? full : accepted),
    });
    // Eight at a time, each refused ten times and accepted in the end.
    expect(counts).toMatchObject({ retries: 80, refused: 0, statuses: { 503: 80 } });
    expect(counts.accepted).toBe(counts.sent);
  });

  it('gives up 30 seconds after its end when the receiver never accepts a message', async () => {
    const { counts } = await play({ ratePerSecond: null, seconds: 1, answerMs: 5, answer: () => null });
    expect(counts.accepted).toBe(0);
    expect(counts.retries).toBeGreaterThan(100);
  });
});
