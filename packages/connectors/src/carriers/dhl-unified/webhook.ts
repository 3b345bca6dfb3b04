import { equalInConstantTime, type Webhook } from '../../_kit/index.ts';

export const defaultWebhookHeader = 'DHL-Push-Token';

/**
 * The push is not signed. It contains, in a header chosen by the subscriber, the token that the subscriber
 * gave (`hook.authentication`, type ApiKeyAuthentication). This proves the sender and not the body, hence
 * HTTPS only.
 */
export const webhook: Webhook = {
  verify({ headers }, { settings }) {
    const token = settings.webhookToken;
    if (!token) return { ok: false, reason: 'The account has no webhookToken.' };
    const header = (settings.webhookHeader || defaultWebhookHeader).toLowerCase();
    const given = headers[header];
    if (!given) return { ok: false, reason: `The header ${header} is missing.` };
    if (!equalInConstantTime(given, token))
      return { ok: false, reason: `The header ${header} contains a different token.` };
    return { ok: true };
  },
};
