export { serveDashboard } from '../dashboard/serve-dashboard.ts';
export { type DeveloperPageDependencies, serveFrontPage } from '../developers/serve-front-page.ts';
