/* Own code that `npm run -s bench -- pieces` measures against libraries, and what the comparison needs. */
export { authAdapter } from '../modules/people/auth-adapter.ts';
export { searchIds } from '../modules/tracking/store/shipment-search.ts';
export { arrays, documentColumn, plainColumn } from '../platform/database/columns.ts';
export { jsonText } from '../platform/database/json-text.ts';

/**
 * better-auth with Kysely. The product imports its minimal form, without; the cost of loading this is
 * measured.
 */
export const importFullBetterAuth = () => import('better-auth');
