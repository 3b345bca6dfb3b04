export { type HookRoutesDependencies, serveHooks } from './hooks.ts';
export { type ReviewRoutesDependencies, serveReview } from './review.ts';
