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

/** The recipient's pages below `/t`. They want no key, so everything here is written for strangers. */
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

/** A form is a few short fields; anything else is not read. */
function readForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const options = { parseAs: 'string', bodyLimit: formBytesMax } as const;
  app.addContentTypeParser('application/x-www-form-urlencoded', options, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
}

/** What goes wrong is said in a page. The address, which names a shipment, is not logged. */
function answerInPages(app: FastifyInstance, withPages: WithPages): void {
  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof Refusal) throw error;
    const isBadForm = isClientFault(error);
    if (!isBadForm && !(error instanceof DatabaseUnavailable))
      request.log.error({ err: error, requestId: request.id }, 'A page of the portal failed.');
    if (reply.sent) return reply;
    const answer = isBadForm
      ? ({ status: 400, problem: 'not_found', given: nothingGiven } as const)
      : ({ status: 503, problem: 'unavailable', given: nothingGiven } as const);
    const send = withPages((pages, asked, answered) => pages.sendLookUp(asked, answered, answer));
    // Every request of this scope may carry the query that a page reads; what is in it is looked at there.
    return send(request as PageRequest, reply);
  });
}

function isClientFault(error: unknown): boolean {
  if (!(error instanceof Error) || !('statusCode' in error)) return false;
  return typeof error.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 500;
}

/** A parcel, for the tab; without it browsers ask for one at an address that is not ours to answer. */
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
      throw new Refusal('not_found', 'There is no such file. Reload the page: there is a newer version.');
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
    html`<h1>${title}</h1><p>Whoever runs this installation starts it with <code>npm start</code>, which builds them; <code>node packages/web/build.ts</code> builds them alone.</p>`,
  );
  return reply
    .code(503)
    .headers({ ...recipientPageHeaders, 'content-security-policy': contentSecurityPolicy })
    .type('text/html; charset=utf-8')
    .send(markup);
}
