export { type HookRoutesDependencies, serveHooks } from './hooks.ts';
export { serveReview } from './review.ts';
