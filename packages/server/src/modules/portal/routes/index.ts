import type { Api } from '../../../platform/http/serve.ts';
import { type BrandRoutesDependencies, serveBrand } from './brand.ts';
import { type PortalLinkDependencies, servePortalLink } from './portal-link.ts';

export type PortalRoutesDependencies = PortalLinkDependencies & BrandRoutesDependencies;

export function servePortalRoutes(api: Api, deps: PortalRoutesDependencies): void {
  servePortalLink(api, deps);
  serveBrand(api, deps);
}
export type { PortalDependencies } from '../pages/portal-dependencies.ts';
export { servePortal } from '../pages/serve-portal.ts';
