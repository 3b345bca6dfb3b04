export { type DevMailDependencies, serveDevMail } from '../serve-dev-mail.ts';
export { serveDemo } from './demo.ts';
