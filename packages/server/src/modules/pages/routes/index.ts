export { serveDashboard } from '../dashboard/serve-dashboard.ts';
export { type DeveloperPageDependencies, serveDeveloperPages } from '../developers/serve-developer-pages.ts';
