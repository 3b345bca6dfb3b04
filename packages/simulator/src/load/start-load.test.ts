import { afterEach, describe, expect, it } from 'vitest';
import { startReceiver } from '../testing/start-receiver.ts';
import { toyCredentials, toyDialect } from '../testing/toy-dialect.ts';
import { type LoadOptions, startLoad } from './start-load.ts';

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function load(changes: Partial<LoadOptions>, answer?: Parameters<typeof startReceiver>[0]) {
  const receiver = await startReceiver(answer);
  const target = { dialect: toyDialect(), hookUrl: `${receiver.url}/hooks/a`, credentials: toyCredentials };
  const started = startLoad({
    seed: 1,
    targets: [target],
    parcels: 60,
    before: Date.UTC(2026, 5, 1),
    ratePerSecond: null,
    rampSeconds: 0,
    seconds: 20,
    connections: 4,
    pipelining: 3,
    preparedMax: 200,
    ...changes,
  });
  opened.push(() => started.stop(), receiver.close);
  return { receiver, started };
}

describe('a load', () => {
  it.each([
    ['in a closed loop', null],
    ['at a fixed rate', 2_000],
  ] as const)('sends every message once, %s', async (_, ratePerSecond) => {
    const { receiver, started } = await load({ ratePerSecond });
    started.prepare();
    const summary = await started.run();
    expect(summary).toMatchObject({
      sent: started.messages,
      accepted: started.messages,
      refused: 0,
      retries: 0,
    });
    const bodies = receiver.received.map(({ body }) => body);
    expect(new Set(bodies).size).toBe(started.messages);
    const records = [...started.records()];
    expect(records).toHaveLength(started.messages);
    for (const [, , dueAt, sentAt, acceptedAt] of records) {
      expect(sentAt).toBeGreaterThanOrEqual(dueAt - 1);
      expect(acceptedAt).toBeGreaterThan(sentAt);
    }
    expect(summary.acceptMsP99).toBeGreaterThanOrEqual(summary.acceptMsP50 ?? Number.POSITIVE_INFINITY);
  });

  it('retries messages until a full receiver accepts them', async () => {
    let calls = 0;
    const { receiver, started } = await load({}, () => {
      calls += 1;
      return calls % 4 === 0 ? { status: 503, retryAfter: '0' } : { status: 202 };
    });
    const summary = await started.run();
    expect(summary).toMatchObject({ accepted: started.messages, refused: 0 });
    expect(summary.retries).toBe(summary.statuses[503]);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(started.messages);
  });

  it('retries messages in flight after the connection broke', async () => {
    let hasBroken = false;
    const { receiver, started } = await load({}, () => {
      if (receiver.received.length === 100 && !hasBroken) {
        hasBroken = true;
        receiver.breakConnections();
      }
      return { status: 202 };
    });
    const summary = await started.run();
    expect(summary.accepted).toBe(started.messages);
    expect(summary.statuses[0]).toBeGreaterThan(0);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(started.messages);
  });

  it('counts refused messages and does not retry them', async () => {
    const { started } = await load({}, () => ({ status: 401 }));
    expect(await started.run()).toMatchObject({
      accepted: 0,
      refused: started.messages,
      retries: 0,
      acceptMsP50: null,
    });
  });

  it('requires a single host', async () => {
    const target = { dialect: toyDialect(), credentials: toyCredentials };
    const targets = ['http://127.0.0.1:1/a', 'http://127.0.0.1:2/a'].map((hookUrl) => ({
      ...target,
      hookUrl,
    }));
    await expect(load({ targets })).rejects.toThrow('same host');
  });
});
