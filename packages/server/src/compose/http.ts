import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import { type DevMailDependencies, serveDevMail } from '../modules/demo/routes/index.ts';
import type { HookAccounts } from '../modules/ingestion/index.ts';
import { type HookRoutesDependencies, serveHooks } from '../modules/ingestion/routes/index.ts';
import {
  type DeveloperPageDependencies,
  serveDashboard,
  serveDeveloperPages,
} from '../modules/pages/routes/index.ts';
import { Authenticator } from '../modules/people/index.ts';
import { type RecipientPageDependencies, serveRecipientPages } from '../modules/portal/routes/index.ts';
import { ActiveStreams } from '../platform/http/active-streams.ts';
import { answerBrokenRequest } from '../platform/http/answer-broken-request.ts';
import { answerError, answerProblems } from '../platform/http/answer-problems.ts';
import { type FailureLimit, failureLimit } from '../platform/http/failure-limit.ts';
import { type HttpTuning, usualTuning } from '../platform/http/http-tuning.ts';
import { measureRequests } from '../platform/http/measure-requests.ts';
import { apiHeaders } from '../platform/http/security-headers.ts';
import type { Api } from '../platform/http/serve.ts';
import { type ApiRoutesDependencies, apiRoutes } from './api-routes.ts';

/** What all routes and pages need together. Each of them receives the narrow interface that it declares. */
export type HttpDependencies = ApiRoutesDependencies &
  DeveloperPageDependencies &
  DevMailDependencies &
  Omit<HookRoutesDependencies, 'failures'> &
  RecipientPageDependencies & {
    hooks: HookAccounts;
    logger: Logger;
    /** Addresses of proxies whose `X-Forwarded-For` is trusted, as Fastify reads them; false for none. */
    trustedProxies: string | false;
  };

const bodyLimit = 256 * 1024;
const requestTimeoutMs = 30_000;

/** The HTTP server, not listening yet. */
export async function buildHttp(
  deps: HttpDependencies,
  tuning: HttpTuning = usualTuning,
): Promise<FastifyInstance> {
  // Widened, or pino's types would appear in every Fastify type.
  const loggerInstance: FastifyBaseLogger = deps.logger;
  const app = Fastify({
    loggerInstance,
    // Logging each request would cost more than the request.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    requestTimeout: requestTimeoutMs,
    exposeHeadRoutes: false,
    trustProxy: deps.trustedProxies,
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
    clientErrorHandler: answerBrokenRequest,
  });
  answerProblems(app);
  limitCloseTime(app, tuning.closeGraceMs);
  const failures = await failureLimit(app);
  // Hooks and API are registered apart, because neither may use the other's parsers and headers.
  await app.register((scope) => serveHooks(scope, { ...deps, failures }));
  await app.register((scope) => serveApi(scope, deps, { failures, tuning }));
  await app.register(async (scope) => serveDeveloperPages(scope, deps));
  await app.register(async (scope) => serveRecipientPages(scope, deps, tuning));
  const { mapStyleUrl, people } = deps;
  const dashboard = { mapStyleUrl, sessionCookieName: people.signIn.cookieName };
  await app.register(async (scope) => serveDashboard(scope, dashboard));
  await app.register(async (scope) => serveDevMail(scope, deps));
  return app;
}

/**
 * Requests in progress are finished. Connections that were opened and never used are closed after the grace
 * period.
 */
function limitCloseTime(app: FastifyInstance, graceMs: number): void {
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), graceMs).unref();
  });
}

async function serveApi(
  app: FastifyInstance,
  deps: HttpDependencies,
  { failures, tuning }: { failures: FailureLimit; tuning: HttpTuning },
): Promise<void> {
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(apiHeaders);
  });
  measureRequests(app, deps.metrics);
  const streams = new ActiveStreams();
  app.addHook('preClose', async () => streams.endAll());
  const admission = new Authenticator(app, deps, failures);
  const api: Api = { app, admission, database: deps.database, streams, tuning };
  for (const serveRoutes of apiRoutes) serveRoutes(api, deps);
}
