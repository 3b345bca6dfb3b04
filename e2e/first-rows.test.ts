import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './harness/in-browser.ts';
import { openAs } from './harness/people.ts';
import { openWorld, type World } from './harness/world.ts';

/** Of 1,000 bytes. It was 192 when this was written; a new feature has to save its own size elsewhere. */
const kilobytesMax = 196;

describeInBrowser('the transfer before the first rows', (browser) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.dispose());

  it('is small, and listed in the head of the page', async () => {
    const page = await openAs(browser(), { server: world.server, person: world.admin });
    // Nothing is cached from signing in, and the figure is for gzip, which every browser supports.
    const { requests } = await openList(page, '/app/shipments');
    const html = await page.request.get('/app/shipments').then((answer) => answer.text());
    const files = requests.filter((request) => /\.(?:js|css)$/.test(request.url()));
    expect(files.map(pathOf).filter((path) => !html.includes(`"${path}"`))).toEqual([]);
    const sizes = await Promise.all(files.map(gzippedSizeOf));
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1_000;
    expect(kilobytes).toBeGreaterThan(100);
    expect(kilobytes).toBeLessThan(kilobytesMax);
    await page.context().close();
  });

  it.each([
    ['/app/shipments', '/v1/shipments?limit=100'],
    ['/app/shipments?density=compact&sort=-createdAt', '/v1/shipments?sort=-createdAt&limit=100'],
  ])('requests %s once, although it is requested before the page is ready', async (address, rows) => {
    const page = await openAs(browser(), { server: world.server, person: world.admin });
    const { requests } = await openList(page, address);
    const asked = requests.map(pathOf);
    expect(asked.filter((path) => path === '/v1/me')).toHaveLength(1);
    expect(asked.filter((path) => path.startsWith('/v1/shipments?'))).toEqual([rows]);
    await page.context().close();
  });

  it('gets one refusal without a session and leads to the sign-in page', async () => {
    const context = await browser().newContext({ baseURL: world.server.url });
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('response', (answer) => {
      if (answer.status() === 401) refused.push(pathOf(answer.request()));
    });
    await page.goto('/app/shipments?carrier=gls');
    await page.getByLabel('Password').waitFor();
    expect(refused).toEqual(['/v1/me']);
    expect(new URL(page.url()).searchParams.get('next')).toBe('/app/shipments?carrier=gls');
    await context.close();
  });
});

/** Everything that a browser with an empty cache requested before the rows were shown. */
async function openList(page: Page, address: string): Promise<{ requests: Request[] }> {
  const requests: Request[] = [];
  // When the stream opens the list is read once more; here it never opens.
  await page.route('**/v1/stream', () => undefined);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' });
  page.on('request', (request) => requests.push(request));
  await page.goto(address);
  await page.locator('tbody tr[aria-rowindex]').first().waitFor();
  return { requests: [...requests] };
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url());
  return pathname + search;
}

async function gzippedSizeOf(request: Request): Promise<number> {
  const answer = await request.response();
  const { responseBodySize } = await request.sizes();
  const encoding = await answer?.headerValue('content-encoding');
  // The build does not compress small files.
  if (encoding !== 'gzip' && responseBodySize > 1_500)
    throw new Error(`${request.url()} arrived as ${encoding ?? 'identity'}.`);
  return responseBodySize;
}
