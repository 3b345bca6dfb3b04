import {
  equalInConstantTime,
  hmacSha256,
  type TokenAnswer,
  type TokenRequest,
  type Verdict,
  type Webhook,
  type WebhookAccount,
} from '../../_kit/index.ts';

/**
 * Track Alert signs nothing; a push contains a proof that UPS was given before.
 *
 * Version 2: UPS fetches a token from the hook's token endpoint with the client id and secret that were
 * entered at UPS, and sends it as a bearer token, with the client id in `x-api-key`. The token contains its
 * expiry and is signed with `webhookSecret`, so it need not be stored:
 *
 *   <expiry, seconds since 1970> . <HMAC-SHA256 over client id and expiry, base64url>
 *
 * Version 1: the credential of the subscription comes back in the header `credential`; use `webhookSecret`.
 */
export const webhook: Webhook = {
  verify({ headers }, account) {
    const secret = account.settings.webhookSecret;
    if (!secret) return refused('The account has no webhookSecret.');
    const bearer = headers.authorization;
    if (bearer !== undefined) return verifyBearer(bearer, headers['x-api-key'], account);
    const credential = headers.credential;
    if (credential === undefined) return refused('Neither authorization nor credential was sent.');
    if (equalInConstantTime(credential, secret)) return { ok: true };
    return refused('The header credential is wrong.');
  },
  issueToken,
};

/** UPS requests no lifetime. An hour needs few renewals and limits the damage of a leaked token. */
const tokenSecondsMax = 3_600;

function issueToken(request: TokenRequest, account: WebhookAccount): TokenAnswer {
  const { webhookClientId, webhookClientSecret, webhookSecret } = account.settings;
  if (!webhookClientId || !webhookClientSecret || !webhookSecret) {
    return refused('The account has no webhookClientId, webhookClientSecret and webhookSecret.');
  }
  if (request.form.grant_type !== 'client_credentials') {
    return refused('The field grant_type is not client_credentials.');
  }
  const given = clientOf(request);
  if (given === null) return refused('No client id and secret were sent.');
  // Both comparisons always run, so that the time does not reveal which one failed.
  const isId = equalInConstantTime(given.id, webhookClientId);
  const isSecret = equalInConstantTime(given.secret, webhookClientSecret);
  if (!isId || !isSecret) return refused('The client id or secret is wrong.');
  const expiry = Math.floor(account.now() / 1_000) + tokenSecondsMax;
  const accessToken = `${expiry}.${signatureOf(webhookClientId, expiry, webhookSecret)}`;
  return { ok: true, accessToken, expiresInSeconds: tokenSecondsMax };
}

function verifyBearer(header: string, apiKey: string | undefined, account: WebhookAccount): Verdict {
  const { webhookClientId, webhookSecret } = account.settings;
  if (!webhookClientId || !webhookSecret) return refused('The account has no webhookClientId.');
  const [, expiry, signature] = /^Bearer +(\d{1,12})\.([\w-]+)$/i.exec(header.trim()) ?? [];
  if (expiry === undefined || signature === undefined) {
    return refused('The header authorization contains no token of this hook.');
  }
  const expected = signatureOf(webhookClientId, Number(expiry), webhookSecret);
  if (!equalInConstantTime(signature, expected)) {
    return refused('The token in the header authorization is not signed by this account.');
  }
  if (Number(expiry) * 1_000 <= account.now())
    return refused('The token in the header authorization has expired.');
  if (apiKey !== undefined && !equalInConstantTime(apiKey, webhookClientId)) {
    return refused('The header x-api-key is not the configured client id.');
  }
  return { ok: true };
}

/** From the Basic header (as UPS documents it), or from the form. */
function clientOf({ headers, form }: TokenRequest): { id: string; secret: string } | null {
  const [, encoded] = /^Basic +([\w+/=]+)$/i.exec(headers.authorization?.trim() ?? '') ?? [];
  if (encoded !== undefined) {
    const text = Buffer.from(encoded, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon < 0 ? null : { id: text.slice(0, colon), secret: text.slice(colon + 1) };
  }
  const { client_id: id, client_secret: secret } = form;
  return id === undefined || secret === undefined ? null : { id, secret };
}

function signatureOf(clientId: string, expiry: number, secret: string): string {
  return hmacSha256(secret, `ups webhook token\n${clientId}\n${expiry}`).toString('base64url');
}

function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
