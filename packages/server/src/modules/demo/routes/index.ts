export { type DevMailDependencies, serveDevMail } from '../serve-dev-mail.ts';
export { type DemoRoutesDependencies, serveDemo } from './demo.ts';
