import type { Role } from '@milepost/contract';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { ServerProcess } from './server-process.ts';
import type { Shop } from './shop.ts';
import { textOf } from './text-of.ts';

export interface Person {
  email: string;
  name: string;
  password: string;
}

/** A user with this role, who joined by invitation. */
export async function addPerson(shop: Shop, name: string, role: Role): Promise<Person> {
  const person = {
    name,
    email: `${name.split(' ', 1)[0]?.toLowerCase()}@shop.example`,
    password: 'nine lives of a cat',
  };
  const invited = await shop.api('/v1/invitations', { method: 'POST', body: { email: person.email, role } });
  const { hash } = new URL(textOf(await invited.json(), 'link'));
  const token = new URLSearchParams(hash.slice(1)).get('token');
  const body = { token, name, password: person.password };
  const accepted = await shop.api('/v1/invitations/accept', { method: 'POST', body });
  if (accepted.status !== 201) throw new Error(`${name} could not join: ${await accepted.text()}`);
  return person;
}

const screen = {
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  timezoneId: 'Europe/Amsterdam',
  reducedMotion: 'reduce',
} as const;

interface SignedInAs {
  server: Pick<ServerProcess, 'url'>;
  person: Pick<Person, 'email' | 'password'>;
  /** Overrides of the default browser settings. */
  screen?: BrowserContextOptions;
}

/** A page of a separate browser context with the user signed in. */
export async function openAs(browser: Browser, { server, person, screen: own }: SignedInAs): Promise<Page> {
  const context = await browser.newContext({ ...screen, baseURL: server.url, ...own });
  const { email, password } = person;
  const answer = await context.request.post(`${server.url}/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin: server.url },
  });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${await answer.text()}`);
  return openPage(context);
}

/** A page of a browser context without a session. */
export async function openSignedOut(browser: Browser, server: ServerProcess): Promise<Page> {
  return openPage(await browser.newContext({ ...screen, baseURL: server.url }));
}

/** Fails early with a clear message when something does not appear. */
function openPage(context: BrowserContext): Promise<Page> {
  context.setDefaultTimeout(10_000);
  return context.newPage();
}
