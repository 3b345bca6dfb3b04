import { serveServer } from '../modules/administration/routes/index.ts';
import { serveCarrierRoutes } from '../modules/carriers/routes/index.ts';
import { serveDemo } from '../modules/demo/routes/index.ts';
import { serveReview } from '../modules/ingestion/routes/index.ts';
import { serveOverview } from '../modules/insights/routes/index.ts';
import { serveOutboundRoutes } from '../modules/outbound/routes/index.ts';
import { servePeopleRoutes } from '../modules/people/routes/index.ts';
import { servePortalRoutes } from '../modules/portal/routes/index.ts';
import { serveTrackingRoutes } from '../modules/tracking/routes/index.ts';
import type { Api } from '../platform/http/serve.ts';

/** The routes below /v1 and those about the server. A module that has routes is one line of this list. */
export const apiRoutes = [
  serveTrackingRoutes,
  serveOverview,
  servePortalRoutes,
  serveOutboundRoutes,
  serveCarrierRoutes,
  serveReview,
  servePeopleRoutes,
  serveDemo,
  serveServer,
] as const;

/** What all of them need together: the intersection of the dependencies that each declares, inferred. */
export type ApiRoutesDependencies = (typeof apiRoutes)[number] extends (api: Api, deps: infer Deps) => void
  ? Deps
  : never;
