import { equalInConstantTime, hmacSha256, type Webhook } from '../../_kit/index.ts';

/**
 * Advanced Integrated Visibility signs the raw body with the security token that was typed in when the webhook was set up. FedEx's pages
 * speak of base64 and of hexadecimal for the same header, so both spellings of the one right value are taken.
 */
export const webhook: Webhook = {
  verify({ headers, body }, { settings }) {
    const secret = settings.webhookSecret;
    if (!secret) return { ok: false, reason: 'The account has no webhookSecret.' };
    const given = headers['fdx-signature']?.trim();
    if (!given) return { ok: false, reason: 'The header fdx-signature is missing.' };
    const expected = hmacSha256(secret, body);
    // Both are compared in any case, so that the time does not tell which one nearly fitted.
    const asBase64 = equalInConstantTime(given, expected.toString('base64'));
    const asHex = equalInConstantTime(given.toLowerCase(), expected.toString('hex'));
    if (asBase64 || asHex) return { ok: true };
    return { ok: false, reason: 'The header fdx-signature does not fit the body.' };
  },
};
