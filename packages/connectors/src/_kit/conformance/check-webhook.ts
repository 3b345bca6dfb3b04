import { expect, it } from 'vitest';
import type { Push, Webhook } from '../push/webhook.ts';
import { exampleSettings, payloadOf, type Subject } from './subject.ts';

/**
 * What every webhook must do. Valid proofs are tested by the connector itself and by its dialect in the
 * simulator.
 */
export function checkWebhook(subject: Subject, webhook: Webhook): void {
  const { manifest } = subject.connector;
  const settings = exampleSettings(manifest);
  const now = (): number => Date.UTC(2026, 0, 1);
  const body = new TextEncoder().encode('{"a":1}');

  it(
    webhook.isUnsigned
      ? 'accepts every push, because its sender signs nothing'
      : 'refuses a push without proof',
    () => {
      const accounts = [settings, {}];
      const verdicts = accounts.map((values) =>
        webhook.verify({ headers: {}, body }, { settings: values, now }),
      );
      expect(verdicts.map(({ ok }) => ok)).toEqual(accounts.map(() => webhook.isUnsigned === true));
    },
  );

  it('refuses forged proofs without throwing or repeating a secret', () => {
    const reasons = forgedPushes(body).map((push) => webhook.verify(push, { settings, now }));
    if (!webhook.isUnsigned) expect(reasons.map(({ ok }) => ok)).toEqual(reasons.map(() => false));
    for (const secret of manifest.secrets) expect(JSON.stringify(reasons)).not.toContain(settings[secret]);
  });

  it('acknowledges with a status of success', () => {
    const { acknowledgement, setUpPing } = webhook;
    for (const answer of [acknowledgement, setUpPing?.answer]) {
      expect(answer?.status ?? 200).toSatisfy((status: number) => status >= 200 && status < 300);
    }
  });

  it('does not take an ordinary push for a set-up ping', () => {
    const pushes = subject.fixtures.filter(({ kind }) => kind === 'webhook');
    for (const fixture of pushes) {
      const push = { headers: {}, body: Buffer.from(payloadOf(subject, fixture).body) };
      expect(webhook.setUpPing?.recognises(push) ?? false, fixture.file).toBe(false);
    }
  });
}

/** Headers of any name with values in the forms that proofs have. */
function forgedPushes(body: Uint8Array): Push[] {
  const values = ['', ' ', 'x', 'Bearer x', 'Basic eDp5', 'sha256=00', 'v1,AAAA', '\u0000', 'ä'.repeat(100)];
  return values.map((value) => ({
    headers: new Proxy<Push['headers']>({}, { get: () => value, has: () => true }),
    body,
  }));
}
