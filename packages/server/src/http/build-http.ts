import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { answerBrokenRequest } from './answer-broken-request.ts';
import { answerError, answerProblems } from './answer-problems.ts';
import { Authenticator } from './authenticate.ts';
import type { HttpDependencies } from './dependencies.ts';
import { serveDevMail } from './dev-mail/serve-dev-mail.ts';
import { type FailureLimit, failureLimit } from './failure-limit.ts';
import { serveFrontPage } from './front-page/serve-front-page.ts';
import { HookAccounts } from './hook-accounts.ts';
import { type HttpTuning, usualTuning } from './http-tuning.ts';
import { measureRequests } from './measure-requests.ts';
import { OpenStreams } from './open-streams.ts';
import { servePortal } from './portal/serve-portal.ts';
import { productVersion } from './product-version.ts';
import { serveCarriers } from './routes/carriers.ts';
import { serveDashboardApi } from './routes/dashboard.ts';
import { serveDemo } from './routes/demo.ts';
import { serveEvents } from './routes/events.ts';
import { serveHistory } from './routes/history.ts';
import { serveHooks } from './routes/hooks.ts';
import { serveKeys } from './routes/keys.ts';
import { servePeople } from './routes/people.ts';
import { servePortalLink } from './routes/portal-link.ts';
import { serveReview } from './routes/review.ts';
import { serveServer } from './routes/server.ts';
import { serveSessions } from './routes/sessions.ts';
import { serveShipmentList } from './routes/shipment-list.ts';
import { serveShipments } from './routes/shipments.ts';
import { serveStream } from './routes/stream.ts';
import { serveWebhookEndpoints } from './routes/webhook-endpoints.ts';
import { serveWorkspaces } from './routes/workspaces.ts';
import { apiHeaders } from './security-headers.ts';
import type { Served } from './serve.ts';
import { serveDashboard } from './web/serve-dashboard.ts';

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
