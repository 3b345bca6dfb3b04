import type { Api } from '../../../platform/http/serve.ts';
import { type BrandRoutesDependencies, serveBrand } from './brand.ts';
import { type PortalLinkDependencies, servePortalLink } from './portal-link.ts';

export type PortalRoutesDependencies = PortalLinkDependencies & BrandRoutesDependencies;

export function servePortalRoutes(api: Api, deps: PortalRoutesDependencies): void {
  servePortalLink(api, deps);
  serveBrand(api, deps);
}
export type { RecipientPageDependencies } from '../pages/recipient-page-dependencies.ts';
export { serveRecipientPages } from '../pages/serve-recipient-pages.ts';
