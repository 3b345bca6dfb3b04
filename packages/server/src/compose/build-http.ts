import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serveServer } from '../modules/administration/routes/server.ts';
import { serveCarriers } from '../modules/carriers/routes/carriers.ts';
import { serveDemo } from '../modules/demo/routes/demo.ts';
import { serveDevMail } from '../modules/demo/serve-dev-mail.ts';
import { HookAccounts } from '../modules/ingestion/hook-accounts.ts';
import { serveHooks } from '../modules/ingestion/routes/hooks.ts';
import { serveReview } from '../modules/ingestion/routes/review.ts';
import { serveStream } from '../modules/outbound/routes/stream.ts';
import { serveWebhookEndpoints } from '../modules/outbound/routes/webhook-endpoints.ts';
import { serveDashboard } from '../modules/pages/dashboard/serve-dashboard.ts';
import { serveFrontPage } from '../modules/pages/developers/serve-front-page.ts';
import { Authenticator } from '../modules/people/authenticate.ts';
import { serveKeys } from '../modules/people/routes/keys.ts';
import { servePeople } from '../modules/people/routes/people.ts';
import { serveSessions } from '../modules/people/routes/sessions.ts';
import { serveWorkspaces } from '../modules/people/routes/workspaces.ts';
import { servePortal } from '../modules/portal/pages/serve-portal.ts';
import { servePortalLink } from '../modules/portal/routes/portal-link.ts';
import { serveEvents } from '../modules/tracking/routes/events.ts';
import { serveHistory } from '../modules/tracking/routes/history.ts';
import { serveShipmentList } from '../modules/tracking/routes/shipment-list.ts';
import { serveShipments } from '../modules/tracking/routes/shipments.ts';
import { answerBrokenRequest } from '../platform/http/answer-broken-request.ts';
import { answerError, answerProblems } from '../platform/http/answer-problems.ts';
import { type FailureLimit, failureLimit } from '../platform/http/failure-limit.ts';
import { type HttpTuning, usualTuning } from '../platform/http/http-tuning.ts';
import { measureRequests } from '../platform/http/measure-requests.ts';
import { OpenStreams } from '../platform/http/open-streams.ts';
import { productVersion } from '../platform/http/product-version.ts';
import { apiHeaders } from '../platform/http/security-headers.ts';
import type { Served } from '../platform/http/serve.ts';
import { serveDashboardApi } from './dashboard-routes.ts';
import type { HttpDependencies } from './dependencies.ts';

const bodyLimit = 256 * 1024;
const requestTimeoutMs = 30_000;

/** The HTTP door, not yet listening. */
export async function buildHttp(
  deps: HttpDependencies,
  tuning: HttpTuning = usualTuning,
): Promise<FastifyInstance> {
  // Widened to what Fastify asks of a logger, or its every type would carry pino's.
  const loggerInstance: FastifyBaseLogger = deps.logger;
  const app = Fastify({
    loggerInstance,
    // One line a request would cost more than the request.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    requestTimeout: requestTimeoutMs,
    exposeHeadRoutes: false,
    trustProxy: deps.trustedProxies,
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
    clientErrorHandler: answerBrokenRequest,
  });
  answerProblems(app);
  closeInTime(app, tuning.closeGraceMs);
  const failures = await failureLimit(app);
  const hooks = new HookAccounts(deps);
  // Hooks and API stand apart, because neither wants the other's parsers and headers.
  await app.register((scope) => serveHooks(scope, { deps, hooks, failures }));
  await app.register((scope) => serveApi(scope, deps, { hooks, failures, tuning }));
  await app.register(async (scope) => serveFrontPage(scope, deps));
  await app.register(async (scope) => servePortal(scope, deps, tuning));
  const { mapStyleUrl, people } = deps;
  const dashboard = { mapStyleUrl, sessionCookieName: people.signIn.cookieName };
  await app.register(async (scope) => serveDashboard(scope, dashboard));
  await app.register(async (scope) => serveDevMail(scope, deps));
  return app;
}

/** Requests under way are finished; a connection that was opened and never used would otherwise be waited for. */
function closeInTime(app: FastifyInstance, graceMs: number): void {
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), graceMs).unref();
  });
}

interface ApiTools {
  hooks: HookAccounts;
  failures: FailureLimit;
  tuning: HttpTuning;
}

async function serveApi(app: FastifyInstance, deps: HttpDependencies, tools: ApiTools): Promise<void> {
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(apiHeaders);
  });
  measureRequests(app, deps.metrics);
  const streams = new OpenStreams();
  app.addHook('preClose', async () => streams.endAll());
  const authenticator = new Authenticator(app, deps, tools.failures);
  const served: Served = { app, deps, authenticator, tuning: tools.tuning };
  serveShipments(served);
  serveShipmentList(served);
  serveDashboardApi(served, streams);
  servePortalLink(served);
  serveHistory(served);
  serveEvents(served, streams);
  serveStream(served, streams, tools.tuning);
  serveCarriers(served, tools.hooks);
  serveReview(served);
  serveKeys(served);
  serveWorkspaces(served, tools.hooks);
  serveDemo(served, tools.hooks);
  serveWebhookEndpoints(served);
  servePeople(served);
  serveSessions(served);
  serveServer(served, productVersion());
}
