import { equalInConstantTime, hmacSha256, type Webhook } from '../../_kit/index.ts';

/**
 * Advanced Integrated Visibility signs the raw body with the security token that was entered when the
 * webhook was set up. FedEx's pages mention both base64 and hexadecimal for the header, so both are
 * accepted.
 */
export const webhook: Webhook = {
  verify({ headers, body }, { settings }) {
    const secret = settings.webhookSecret;
    if (!secret) return { ok: false, reason: 'The account has no webhookSecret.' };
    const given = headers['fdx-signature']?.trim();
    if (!given) return { ok: false, reason: 'The header fdx-signature is missing.' };
    const expected = hmacSha256(secret, body);
    // Both comparisons always run, so that the time does not reveal which one failed.
    const asBase64 = equalInConstantTime(given, expected.toString('base64'));
    const asHex = equalInConstantTime(given.toLowerCase(), expected.toString('hex'));
    if (asBase64 || asHex) return { ok: true };
    return { ok: false, reason: 'The header fdx-signature does not match the body.' };
  },
};
