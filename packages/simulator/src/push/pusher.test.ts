import { expect, it } from 'vitest';
import { type Push, type PushAnswer, Pusher } from './pusher.ts';

const push: Push = { url: 'http://hook.example/a', headers: {}, body: '{}' };
const accepted: PushAnswer = { status: 202, retryAfterMs: null };
const full: PushAnswer = { status: 503, retryAfterMs: 2_000 };
const gone = 'no answer';

interface Play {
  /** One per attempt; the last one is repeated for all further attempts. */
  answers: readonly (PushAnswer | typeof gone)[];
  attemptsMax?: number;
}

/** A pusher with given answers that records its pauses instead of sleeping. */
function play({ answers, attemptsMax = 5 }: Play) {
  const pauses: number[] = [];
  let tries = 0;
  let clock = 0;
  const pusher = new Pusher(
    {
      post: async () => {
        clock += 8;
        const answer = answers[Math.min(tries, answers.length - 1)] ?? gone;
        tries += 1;
        if (answer === gone) throw new Error('ECONNREFUSED');
        return answer;
      },
      sleep: async (ms) => {
        pauses.push(ms);
      },
      now: () => clock,
      random: () => 0.5,
    },
    { concurrencyMax: 2, attemptsMax },
  );
  return { pusher, pauses };
}

/** [what, answers, pauses in ms, { outcome, requests }] */
const cases = [
  ['is accepted at the first attempt', [accepted], [], { outcome: 'accepted', sent: 1 }],
  [
    'is retried after Retry-After',
    [full, { status: 429, retryAfterMs: 500 }, accepted],
    [2_000, 500],
    { outcome: 'accepted', sent: 3 },
  ],
  [
    'is retried with growing pauses without an answer',
    [gone, gone, gone, accepted],
    [200, 400, 800],
    { outcome: 'accepted', sent: 4 },
  ],
  [
    'is retried after an error of the receiver',
    [{ status: 500, retryAfterMs: null }, accepted],
    [200],
    { outcome: 'accepted', sent: 2 },
  ],
  [
    'is not retried after a refusal',
    [{ status: 401, retryAfterMs: null }, accepted],
    [],
    { outcome: 'refused', sent: 1 },
  ],
  [
    'is given up after the last attempt',
    [full],
    [2_000, 2_000, 2_000, 2_000],
    { outcome: 'failed', sent: 5 },
  ],
] as const;

it.each(cases)('a push %s', async (_, answers, pauses, { outcome, sent }) => {
  const played = play({ answers });
  await played.pusher.offer(push);
  await played.pusher.drain();
  const counts = { accepted: 0, refused: 0, failed: 0, [outcome]: 1 };
  expect(played.pusher.counts()).toMatchObject({ offered: 1, sent, ...counts });
  expect(played.pauses).toEqual(pauses);
});

it('counts answers by status and measures only the accepted attempt', async () => {
  const { pusher } = play({ answers: [gone, full, accepted] });
  await pusher.offer(push);
  await pusher.drain();
  const { statuses, latencyMs } = pusher.counts();
  expect(statuses).toEqual({ 0: 1, 202: 1, 503: 1 });
  expect(latencyMs?.p50).toBeCloseTo(8, 1);
  expect(play({ answers: [full] }).pusher.counts().latencyMs).toBeNull();
});

it('limits the pushes in flight and lets the next one wait', async () => {
  const answers: (() => void)[] = [];
  let inFlight = 0;
  let most = 0;
  const post = async (): Promise<PushAnswer> => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await new Promise<void>((resolve) => answers.push(resolve));
    inFlight -= 1;
    return accepted;
  };
  const pusher = new Pusher(
    { post, sleep: async () => undefined, now: () => 0, random: () => 0 },
    { concurrencyMax: 2, attemptsMax: 1 },
  );
  await pusher.offer(push);
  await pusher.offer(push);
  let isThirdUnderWay = false;
  const third = pusher.offer(push).then(() => {
    isThirdUnderWay = true;
  });
  await Promise.resolve();
  expect(isThirdUnderWay).toBe(false);
  answers.shift()?.();
  await third;
  for (const answer of answers) answer();
  await pusher.drain();
  expect([most, pusher.counts().accepted]).toEqual([2, 3]);
});

it('stops waiting for the next attempt when it is stopped', async () => {
  const sleeping = Promise.withResolvers<void>();
  const pusher = new Pusher(
    {
      post: async () => full,
      sleep: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
          sleeping.resolve();
        }),
      now: () => 0,
      random: () => 0,
    },
    { concurrencyMax: 1, attemptsMax: 100 },
  );
  await pusher.offer(push);
  await sleeping.promise;
  await pusher.stop();
  expect(pusher.counts()).toMatchObject({ sent: 1, failed: 1 });
});
