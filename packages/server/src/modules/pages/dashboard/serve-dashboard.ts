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
 * Allows only resources of the own origin and of the map server that the operator has set; no inline script
 * or style. The map's worker is one of our files, and the policy sent with that file applies to it.
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

/**
 * The copies of the page that packages/web/dashboard/vite.config.ts creates, by the first part of the path,
 * with a slash when more follows.
 */
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
  /**
   * Without this cookie the sign-in screen is served. Whether the session is valid is checked by the page
   * itself.
   */
  sessionCookieName: string;
}

/**
 * The dashboard at `/app/`, built by packages/web/build.ts. Every path below that is not a file is answered
 * with the page, which reads the URL; `/` and `/dev/ui` redirect there.
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

  // Files are looked up at each request, so that a build made while the server runs is served.
  app.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const path = request.params['*'];
    if (!existsSync(join(folder, 'index.html'))) return sendNotBuilt(reply);
    reply.headers(pageHeaders);
    if (!path.startsWith('assets/')) {
      const hasSession = cookieValue(request.headers.cookie, sessionCookieName) !== null;
      return reply.sendFile(pageFor(folder, hasSession ? path : 'login'));
    }
    if (!isAsset(path) || !existsSync(join(folder, path))) {
      throw new Refusal('not_found', 'This file does not exist. Reload the page to get the current version.');
    }
    return reply.header('cache-control', assetCache).sendFile(path);
  });
}

/**
 * The copy of the page that preloads what the screen at this path needs, or the generic page if there is
 * none. Without a session it is the sign-in screen.
 */
function pageFor(folder: string, path: string): string {
  const [screen = '', rest = ''] = path.split('/');
  const page = `pages/${pageNames.get(rest === '' ? screen : `${screen}/`) ?? 'none'}.html`;
  return existsSync(join(folder, page)) ? page : 'index.html';
}

/** Only names that the build creates are looked up on disk. */
function isAsset(path: string): boolean {
  return /^assets\/[\w.-]+$/.test(path);
}

function sendNotBuilt(reply: FastifyReply): FastifyReply {
  const { markup, contentSecurityPolicy } = renderPlainPage(
    'The dashboard is not built',
    html`<h1>The dashboard is not built</h1><p>Milepost is running, and its <a href="/developers">API</a> is available. Stop it and start it again with</p><pre tabindex="0"><code>npm start</code></pre><p>which builds the pages first. <code>node packages/web/build.ts</code> builds only the pages.</p>`,
  );
  return reply
    .code(503)
    .headers({ ...apiHeaders, 'content-security-policy': contentSecurityPolicy })
    .type('text/html; charset=utf-8')
    .send(markup);
}
