import { Webhook as StandardWebhook } from 'standardwebhooks';
import { equalInConstantTime, type Push, type Verdict, type Webhook } from '../../_kit/index.ts';

/** How far the sender's clock and ours may be apart, and how long a copied push could be sent again. */
const toleranceSeconds = 300;

/**
 * Standard Webhooks 1.0: `v1` is HMAC-SHA256 over `id.timestamp.body` with the secret behind `whsec_`. The header may hold several signatures, so
 * that a sender can change its secret without a gap. The library signs; the clock and the comparison are ours, because the library reads the
 * clock of the machine.
 */
export const webhook: Webhook = {
  verify(push, account) {
    const id = push.headers['webhook-id'];
    const timestamp = push.headers['webhook-timestamp'];
    const signatures = push.headers['webhook-signature'];
    if (!id) return refused('webhook-id is missing');
    if (!timestamp) return refused('webhook-timestamp is missing');
    if (!signatures) return refused('webhook-signature is missing');
    if (!/^\d{1,11}$/.test(timestamp))
      return refused('webhook-timestamp is no whole number of seconds since 1970');
    const ageSeconds = account.now() / 1000 - Number(timestamp);
    if (ageSeconds > toleranceSeconds) return refused('webhook-timestamp is more than five minutes old');
    if (ageSeconds < -toleranceSeconds) return refused('webhook-timestamp lies more than five minutes ahead');
    return compare(
      signatures,
      signatureOf(push, { id, seconds: Number(timestamp) }, account.settings.webhookSecret),
    );
  },
};

function compare(signatures: string, expected: string | null): Verdict {
  if (expected === null) return refused('the account holds no webhookSecret of the form whsec_ and base64');
  const offered = signatures.split(' ').filter((signature) => signature.startsWith('v1,'));
  if (offered.length === 0) return refused('webhook-signature holds no signature of version v1');
  const matches = offered.filter((signature) => equalInConstantTime(signature, expected));
  return matches.length > 0 ? { ok: true } : refused('webhook-signature does not match the body');
}

/** `v1,…`, or null when the secret is none. */
function signatureOf(
  push: Push,
  stamp: { id: string; seconds: number },
  secret: string | undefined,
): string | null {
  const { buffer, byteOffset, byteLength } = push.body;
  try {
    const signer = new StandardWebhook(secret ?? '');
    return signer.sign(stamp.id, new Date(stamp.seconds * 1000), Buffer.from(buffer, byteOffset, byteLength));
  } catch {
    return null;
  }
}

function refused(reason: string): Verdict {
  return { ok: false, reason };
}
