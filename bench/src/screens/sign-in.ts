import { randomBytes } from 'node:crypto';
import { newInvitation } from '@milepost/contract';
import type { Browser, BrowserContext } from 'playwright-core';
import type { ApiClient } from '../ingest/api-client.ts';

/** Cookies and storage of a signed-in user, to be copied to other browser contexts. */
export type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Invites an admin, accepts the invitation and signs in. */
export async function signIn(browser: Browser, api: ApiClient): Promise<SignedIn> {
  const email = 'bench@milepost.example';
  const password = randomBytes(18).toString('base64url');
  const { link } = newInvitation.parse(await api.post('/v1/invitations', { email, role: 'admin' }));
  const token = link === null ? null : new URLSearchParams(new URL(link).hash.slice(1)).get('token');
  if (token === null) throw new Error('The invitation has no link with a token.');
  const context = await browser.newContext();
  const send = async (path: string, data: object): Promise<void> => {
    const answer = await context.request.post(api.url + path, { data, headers: { origin: api.url } });
    if (!answer.ok()) throw new Error(`${path} was answered with ${answer.status()}: ${await answer.text()}`);
  };
  await send('/v1/invitations/accept', { token, name: 'Benchmark', password });
  await send('/auth/sign-in/email', { email, password });
  const state = await context.storageState();
  await context.close();
  return state;
}
