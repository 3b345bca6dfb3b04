import { randomBytes } from 'node:crypto';
import { carrierAccount } from '@milepost/contract';
import { z } from 'zod';
import type { ApiClient } from './api-client.ts';

/** Where the load sends the messages of a carrier, and the credentials for them. */
export interface LoadTarget {
  carrier: string;
  hookUrl: string;
  credentials: Readonly<Record<string, string>>;
}

/**
 * The carriers that push, each with its own scheme: a signed body, a token issued by Milepost, a shared
 * token, Standard Webhooks.
 */
export async function makeAccounts(api: ApiClient): Promise<LoadTarget[]> {
  const settings = newSettings();
  const targets: LoadTarget[] = [];
  for (const [carrier, credentials] of Object.entries(settings)) {
    const given = { carrier, name: `Benchmark ${carrier}`, settings: credentials };
    const { hookUrl } = carrierAccount.parse(await api.post('/v1/carrier-accounts', given));
    if (hookUrl === null) throw new Error(`The account of ${carrier} has no hook.`);
    targets.push({ carrier, hookUrl, credentials: await withToken(hookUrl, credentials) });
  }
  return targets;
}

function newSettings(): Record<string, Record<string, string>> {
  const secret = (): string => randomBytes(24).toString('hex');
  return {
    fedex: { clientId: 'bench', clientSecret: secret(), webhookSecret: secret() },
    ups: {
      clientId: 'bench',
      clientSecret: secret(),
      webhookClientId: 'bench-push',
      webhookClientSecret: secret(),
      webhookSecret: secret(),
    },
    'dhl-unified': { apiKey: secret(), webhookToken: secret() },
    generic: { webhookSecret: `whsec_${randomBytes(24).toString('base64')}` },
  };
}

const accessToken = z.object({ access_token: z.string() });

/** Carriers with their own client id fetch a token from Milepost before they push, as in production. */
async function withToken(
  hookUrl: string,
  credentials: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const { webhookClientId, webhookClientSecret } = credentials;
  if (webhookClientId === undefined) return credentials;
  const basic = Buffer.from(`${webhookClientId}:${webhookClientSecret}`).toString('base64');
  const answer = await fetch(`${hookUrl}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  if (!answer.ok)
    throw new Error(`The token request was answered with ${answer.status}: ${await answer.text()}`);
  return { ...credentials, accessToken: accessToken.parse(await answer.json()).access_token };
}
