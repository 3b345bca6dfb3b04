import type { Api } from '../../../platform/http/serve.ts';
import { type CarrierRoutesDependencies, serveCarriers } from './carriers.ts';
import { type FeedRoutesDependencies, serveFeeds } from './feeds.ts';

export type CarrierModuleRoutesDependencies = CarrierRoutesDependencies & FeedRoutesDependencies;

export function serveCarrierRoutes(api: Api, deps: CarrierModuleRoutesDependencies): void {
  serveCarriers(api, deps);
  serveFeeds(api, deps);
}
