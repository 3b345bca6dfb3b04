export { serveServer } from './server.ts';
