import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseUnavailable } from '../../../platform/database/database.ts';
import { acceptsGzip } from '../../../platform/http/gzip.ts';
import type { HttpTuning } from '../../../platform/http/http-tuning.ts';
import { html } from '../../../platform/http/page/html.ts';
import { renderPlainPage } from '../../../platform/http/page/render-page.ts';
import { Refusal } from '../../../platform/http/refusal.ts';
import { BrandCache } from './brand-cache.ts';
import type { RecipientPageDependencies } from './recipient-page-dependencies.ts';
import { type PageRequest, RecipientPages, type WithPages } from './recipient-pages.ts';
import { recipientPageHeaders } from './send-page.ts';
import { serveLive } from './serve-live.ts';
import { serveLookUp } from './serve-look-up.ts';
import { serveShipmentPage } from './serve-shipment-page.ts';
import { tryLimits } from './try-limits.ts';

const formBytesMax = 4_096;
const nothingGiven = { number: '', postcode: '' };

/** The recipient's pages below `/t`. They require no sign-in, so every request here is untrusted. */
export function serveRecipientPages(
  app: FastifyInstance,
  deps: RecipientPageDependencies,
  tuning: HttpTuning,
): void {
  const limits = tryLimits(app, deps);
  const brands = new BrandCache(deps.database, deps.now);
  const withPages: WithPages = (handle) => async (request, reply) => {
    const built = await deps.loadPortalBundle();
    if (built === null) return sendNotBuilt(reply);
    const pages = new RecipientPages(deps, { built, limits, brands });
    const waitSeconds = await limits.look(request);
    if (waitSeconds === null) return handle(pages, request, reply);
    reply.header('retry-after', String(waitSeconds));
    return pages.sendLookUp(request, reply, { status: 429, problem: 'too_many', given: nothingGiven });
  };
  readForms(app);
  answerInPages(app, withPages);
  app.get(
    '/t',
    withPages(async (pages, request, reply) =>
      pages.sendLookUp(request, reply, { status: 200, problem: null, given: nothingGiven }),
    ),
  );
  serveAssets(app, deps);
  serveLookUp(app, withPages);
  serveShipmentPage(app, withPages);
  serveLive(app, withPages, tuning);
}

/** Accepts only small URL-encoded forms. */
function readForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const options = { parseAs: 'string', bodyLimit: formBytesMax } as const;
  app.addContentTypeParser('application/x-www-form-urlencoded', options, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
}

/** Errors are shown as pages. The URL names a shipment and is therefore not logged. */
function answerInPages(app: FastifyInstance, withPages: WithPages): void {
  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof Refusal) throw error;
    const isBadForm = isClientFault(error);
    if (!isBadForm && !(error instanceof DatabaseUnavailable))
      request.log.error({ err: error, requestId: request.id }, 'A recipient page failed.');
    if (reply.sent) return reply;
    const answer = isBadForm
      ? ({ status: 400, problem: 'not_found', given: nothingGiven } as const)
      : ({ status: 503, problem: 'unavailable', given: nothingGiven } as const);
    const send = withPages((pages, asked, answered) => pages.sendLookUp(asked, answered, answer));
    // Every request of this scope may have the query of a page; its values are checked where they are read.
    return send(request as PageRequest, reply);
  });
}

function isClientFault(error: unknown): boolean {
  if (!(error instanceof Error) || !('statusCode' in error)) return false;
  return typeof error.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 500;
}

/** Icon of the browser tab. Without it browsers request /favicon.ico, which these pages do not serve. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#3350c4" stroke-width="2" stroke-linejoin="round"><path d="M12 3 4 7v10l8 4 8-4V7zM4 7l8 4 8-4M12 11v10"/></svg>';

function serveAssets(app: FastifyInstance, { loadPortalBundle }: RecipientPageDependencies): void {
  app.get('/t/assets/icon.svg', async (_request, reply) =>
    reply
      .headers({ ...recipientPageHeaders, 'cache-control': 'public, max-age=86400' })
      .type('image/svg+xml')
      .send(icon),
  );
  app.get('/t/assets/:name', async (request: FastifyRequest<{ Params: { name: string } }>, reply) => {
    const built = await loadPortalBundle();
    if (built === null || built.script.name !== request.params.name)
      throw new Refusal('not_found', 'This file does not exist. Reload the page to get the current version.');
    const { plain, gzipped } = built.script;
    const isGzipped = acceptsGzip(request.headers);
    if (isGzipped) reply.header('content-encoding', 'gzip');
    return reply
      .headers({
        ...recipientPageHeaders,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      })
      .type('text/javascript; charset=utf-8')
      .send(isGzipped ? gzipped : plain);
  });
}

function sendNotBuilt(reply: FastifyReply): FastifyReply {
  const title = 'The pages are not built';
  const { markup, contentSecurityPolicy } = renderPlainPage(
    title,
    html`<h1>${title}</h1><p>The operator of this installation can build them with <code>node packages/web/build.ts</code>; <code>npm start</code> does it too.</p>`,
  );
  return reply
    .code(503)
    .headers({ ...recipientPageHeaders, 'content-security-policy': contentSecurityPolicy })
    .type('text/html; charset=utf-8')
    .send(markup);
}
