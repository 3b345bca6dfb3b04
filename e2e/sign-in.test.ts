/** One person with only a keyboard and a new installation. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './harness/in-browser.ts';
import { choose, press, typeInto } from './harness/keyboard.ts';
import { openSignedOut } from './harness/people.ts';
import { makeServer, type ServerProcess } from './harness/server-process.ts';

const email = 'ada@shop.example';
const password = 'a kettle of fish';

describeInBrowser('the first run and signing in, by keyboard', (browser) => {
  let server: ServerProcess;
  let page: Page;
  beforeAll(async () => {
    server = await makeServer();
    await server.start();
    page = await openSignedOut(browser(), server);
  });
  afterAll(() => server.dispose());

  const button = (name: string) => page.getByRole('button', { name, exact: true });

  it('leads from the root address to the creation of the first admin, and accepts only the code shown in the terminal', async () => {
    await page.goto('/');
    await press(page, page.getByRole('link', { name: 'Create the first account' }));
    await page.getByRole('heading', { name: 'Create the first account' }).waitFor();
    const person = { 'Your name': 'Ada', 'E-mail address': email, 'New password': password };
    await typeInto(page, { 'Code from the terminal': 'AAAA-BBBB-CCCC-DDDD', ...person });
    await press(page, button('Create account'));
    await page.getByRole('alert').waitFor();

    await typeInto(page, { 'Code from the terminal': printedCode(server.output()) });
    await press(page, button('Create account'));
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/app/login');
  });

  it('refuses a wrong password and an unknown user with the same message', async () => {
    await typeInto(page, { 'E-mail address': email, Password: 'a kettle of flesh' });
    await press(page, button('Sign in'));
    const wrongPassword = await page.getByRole('alert').textContent();
    await page.reload();
    await typeInto(page, { 'E-mail address': 'unknown@shop.example', Password: password });
    await press(page, button('Sign in'));
    expect(await page.getByRole('alert').textContent()).toBe(wrongPassword);
    expect(wrongPassword).toMatch(/\w/);
  });

  it('signs in, shows the first steps in an empty workspace, and signs out completely', async () => {
    await typeInto(page, { 'E-mail address': email, Password: password });
    await press(page, button('Sign in'));
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    await page.getByText('Nothing needs attention.').waitFor();

    await press(page, button('Your account: Ada'));
    await choose(page, page.getByRole('menuitem', { name: 'Sign out', exact: true }));
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect((await page.request.get('/v1/me')).status()).toBe(401);
  });

  it('opens the requested page after signing in', async () => {
    await page.goto('/app/shipments?milestone=delivered');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await typeInto(page, { 'E-mail address': email, Password: password });
    await press(page, button('Sign in'));
    await page.getByRole('heading', { name: 'Shipments' }).waitFor();
    expect(new URL(page.url()).search).toBe('?milestone=delivered');
    await page.getByText('No shipments match these filters.').waitFor();
  });

  it('shows a not-found page inside the dashboard', async () => {
    await page.goto('/app/nowhere');
    await page.getByRole('heading', { name: 'Page not found.' }).waitFor();
    await page
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link', { name: 'Shipments' })
      .waitFor();
  });

  it('shows the secret of the second factor as a QR code and as text', async () => {
    await page.goto('/app/settings/account');
    const secondFactor = page.locator('section', { hasText: 'Two-step sign-in' });
    await secondFactor.getByLabel('Current password').fill(password);
    await press(page, button('Set up'));
    const code = page.getByRole('img', { name: 'QR code for your authenticator app' });
    expect(await code.locator('path').getAttribute('d')).toMatch(/^(M\d+ \d+h1v1h-1z){200,}$/);
    const address = await page.getByRole('link', { name: /in the app on this device/ }).getAttribute('href');
    const secret = new URL(address ?? '').searchParams.get('secret') ?? '';
    const typed = (await secondFactor.locator('code').first().textContent()) ?? '';
    expect([typed.replaceAll(' ', ''), new URL(address ?? '').protocol]).toEqual([secret, 'otpauth:']);
  });

  it.each(['https://elsewhere.example/app', 'http://'])(
    'does not follow the next address %s out of the product',
    async (next) => {
      await forget(page);
      await page.goto(`/app/login?next=${encodeURIComponent(next)}`);
      await typeInto(page, { 'E-mail address': email, Password: password });
      await press(page, button('Sign in'));
      await page.getByRole('heading', { name: 'Today' }).waitFor();
      expect(new URL(page.url()).origin).toBe(server.url);
    },
  );

  it('creates no second first admin', async () => {
    await forget(page);
    await page.goto('/app/login');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.getByRole('link', { name: 'Create the first account' }).count()).toBe(0);
    await page.goto('/app/first-run');
    await typeInto(page, {
      'Code from the terminal': printedCode(server.output()),
      'Your name': 'Eve',
      'E-mail address': 'eve@shop.example',
      'New password': password,
    });
    await press(page, button('Create account'));
    expect(await page.getByRole('alert').textContent()).toMatch(/\w/);
  });
});

/**
 * Signs out where no request is pending: an open page would otherwise navigate to the sign-in page during the
 * test.
 */
async function forget(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.context().clearCookies();
}

function printedCode(output: string): string {
  const code = /first-run#code=(\S+)/.exec(output)?.[1];
  if (code === undefined) throw new Error(`The server printed no code:\n${output}`);
  return code;
}
