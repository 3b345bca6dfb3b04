export { serveOverview } from './overview.ts';
