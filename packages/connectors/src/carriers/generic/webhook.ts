import { equalInConstantTime, hmacSha256, type Push, type Verdict, type Webhook } from '../../_kit/index.ts';

/** Maximum difference between the clocks, which also limits the replay of a copied push. */
const toleranceSeconds = 300;

/**
 * Standard Webhooks 1.0: `v1` is HMAC-SHA256 over `id.timestamp.body` with the secret after `whsec_`. The
 * header may contain several signatures, so that a sender can rotate its secret. Implemented here because
 * the public library reads the clock of the machine and hashes in JavaScript instead of natively; the tests
 * compare with its `sign`.
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
      return refused('webhook-timestamp is not a whole number of seconds since 1970');
    const ageSeconds = account.now() / 1000 - Number(timestamp);
    if (ageSeconds > toleranceSeconds) return refused('webhook-timestamp is more than five minutes old');
    if (ageSeconds < -toleranceSeconds) return refused('webhook-timestamp is more than five minutes ahead');
    return compare(
      signatures,
      signatureOf(push, { id, seconds: Number(timestamp) }, account.settings.webhookSecret),
    );
  },
};

function compare(signatures: string, expected: string | null): Verdict {
  if (expected === null) return refused('the account has no webhookSecret of the form whsec_ and base64');
  const supported = signatures.split(' ').filter((signature) => signature.startsWith('v1,'));
  if (supported.length === 0) return refused('webhook-signature contains no signature of version v1');
  const matches = supported.filter((signature) => equalInConstantTime(signature, expected));
  return matches.length > 0 ? { ok: true } : refused('webhook-signature does not match the body');
}

/** `v1,…`, or null when the secret is malformed. */
function signatureOf(
  push: Push,
  stamp: { id: string; seconds: number },
  secret: string | undefined,
): string | null {
  const key = /^whsec_([0-9A-Za-z+/]+={0,2})$/.exec(secret ?? '')?.[1];
  if (key === undefined) return null;
  const signed = Buffer.concat([Buffer.from(`${stamp.id}.${stamp.seconds}.`), push.body]);
  return `v1,${hmacSha256(key, signed, 'base64').toString('base64')}`;
}

function refused(reason: string): Verdict {
  return { ok: false, reason };
}
