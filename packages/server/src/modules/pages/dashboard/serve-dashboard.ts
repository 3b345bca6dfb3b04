import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { cookieValue } from '../../../platform/http/cookie-value.ts';
import { html } from '../../../platform/http/page/html.ts';
import { renderPlainPage } from '../../../platform/http/page/render-page.ts';
import { Refusal } from '../../../platform/http/refusal.ts';
import { apiHeaders } from '../../../platform/http/security-headers.ts';

const builtDashboard = join(import.meta.dirname, '../../../../../web/dist/dashboard');

/**
 * Only what comes from this very address: no inline script or style, nobody else, except the map server that the operator has set. The
 * map's worker is a file of ours; it is bound by the policy that comes with its file.
 */
function policyOf(mapStyleUrl: string | null): string {
  const maps = mapStyleUrl === null ? '' : ` ${new URL(mapStyleUrl).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' data: blob:${maps}`,
    `connect-src 'self'${maps}`,
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The copies of the page that packages/web/dashboard/vite.config.ts makes, by the first part of an address, with a slash where more follows. */
const pageNames: ReadonlyMap<string, string> = new Map([
  ['', 'today'],
  ['shipments', 'shipments'],
  ['shipments/', 'shipment'],
  ['carriers', 'carriers'],
  ['review', 'review'],
  ['settings', 'settings'],
  ['settings/', 'settings'],
  ['login', 'login'],
]);

const assetCache = 'public, max-age=31536000, immutable';

export interface DashboardSettings {
  mapStyleUrl: string | null;
  /** By this cookie the page is picked; whether it holds is asked by the page itself. */
  sessionCookieName: string;
}

/**
 * The dashboard at `/app/`, as packages/web/build.ts has built it. Every address below it that is no file is the page itself, which reads
 * the address; `/` and `/dev/ui` lead there.
 */
export function serveDashboard(
  app: FastifyInstance,
  { mapStyleUrl, sessionCookieName }: DashboardSettings,
  folder = builtDashboard,
): void {
  const policy = policyOf(mapStyleUrl);
  const pageHeaders = { ...apiHeaders, 'content-security-policy': policy, 'cache-control': 'no-cache' };
  app.get('/', async (_request, reply) => reply.headers(apiHeaders).redirect('/app/', 302));
  app.get('/app', async (_request, reply) => reply.headers(apiHeaders).redirect('/app/', 302));
  app.get('/dev/ui', async (_request, reply) => reply.headers(apiHeaders).redirect('/app/dev/ui', 302));
  const files = { folder, pageHeaders, sessionCookieName };
  app.register(async (scope) => serveFiles(scope, files), { prefix: '/app' });
}

interface DashboardFiles {
  folder: string;
  pageHeaders: Readonly<Record<string, string>>;
  sessionCookieName: string;
}

async function serveFiles(
  app: FastifyInstance,
  { folder, pageHeaders, sessionCookieName }: DashboardFiles,
): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    serve: false,
    preCompressed: true,
    cacheControl: false,
  });

  // The files are looked up at each request, so that a build made while the server runs is seen.
  app.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const path = request.params['*'];
    if (!existsSync(join(folder, 'index.html'))) return sendNotBuilt(reply);
    reply.headers(pageHeaders);
    if (!path.startsWith('assets/')) {
      const hasSession = cookieValue(request.headers.cookie, sessionCookieName) !== null;
      return reply.sendFile(pageFor(folder, hasSession ? path : 'login'));
    }
    if (!isAsset(path) || !existsSync(join(folder, path))) {
      throw new Refusal('not_found', 'There is no such file. Reload the page: there is a newer version.');
    }
    return reply.header('cache-control', assetCache).sendFile(path);
  });
}

/**
 * The page with what this address begins with named in its head, where the build has made one; else the page as it is, which finds out
 * itself. A stranger begins at the entrance.
 */
function pageFor(folder: string, path: string): string {
  const [room = '', inside = ''] = path.split('/');
  const page = `pages/${pageNames.get(inside === '' ? room : `${room}/`) ?? 'none'}.html`;
  return existsSync(join(folder, page)) ? page : 'index.html';
}

/** Names that the build gives; nothing else is looked for on the disk. */
function isAsset(path: string): boolean {
  return /^assets\/[\w.-]+$/.test(path);
}

function sendNotBuilt(reply: FastifyReply): FastifyReply {
  const { markup, contentSecurityPolicy } = renderPlainPage(
    'The dashboard is not built',
    html`<h1>The dashboard is not built</h1><p>Milepost runs, and its <a href="/developers">API</a> answers. Stop it and start it with</p><pre tabindex="0"><code>npm start</code></pre><p>which builds the pages first; <code>node packages/web/build.ts</code> builds them alone.</p>`,
  );
  return reply
    .code(503)
    .headers({ ...apiHeaders, 'content-security-policy': contentSecurityPolicy })
    .type('text/html; charset=utf-8')
    .send(markup);
}
