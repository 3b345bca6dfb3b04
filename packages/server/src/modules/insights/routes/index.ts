export { type OverviewRoutesDependencies, serveOverview } from './overview.ts';
