import { equalInConstantTime, type Webhook } from '../../_kit/index.ts';

export const defaultWebhookHeader = 'DHL-Push-Token';

/**
 * The push is not signed. It carries, in a header that the subscriber chose, the token that the subscriber gave when subscribing
 * (`hook.authentication`, type ApiKeyAuthentication). It proves who calls and nothing about the body, hence HTTPS only.
 */
export const webhook: Webhook = {
  verify({ headers }, { settings }) {
    const token = settings.webhookToken;
    if (!token) return { ok: false, reason: 'The account has no webhookToken.' };
    const header = (settings.webhookHeader || defaultWebhookHeader).toLowerCase();
    const given = headers[header];
    if (!given) return { ok: false, reason: `The header ${header} is missing.` };
    if (!equalInConstantTime(given, token))
      return { ok: false, reason: `The header ${header} holds another token.` };
    return { ok: true };
  },
};
