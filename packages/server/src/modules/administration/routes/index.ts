export { type ServerRoutesDependencies, serveServer } from './server.ts';
