/**
 * Runs before everything else, as a small chunk of its own: it sends the first API requests of the page while
 * the other scripts are still loading.
 *
 *     page ──┬── early requests ──┬── GET /v1/me ──┐
 *            │                    └── rows ────────┤
 *            └── scripts ──────────────────────────┴── first rows
 *
 * Without a session cookie the second request waits for the first, so that an unauthenticated client gets one
 * 401 and not two.
 */
import { startCall } from '../../api/call.ts';
import { listQueryOf, overviewZone } from '../../api/initial-queries.ts';
import { filterOf, listStateOf } from '../shipments/filter/list-state.ts';
import { parseSearch } from './search-params.ts';
import { applyTheme } from './theme.ts';
import { adoptWorkspace } from './workspace-choice.ts';

/** First path segments of the pages that need a session, see router.tsx. */
const signedInPaths = ['', 'shipments', 'carriers', 'review', 'settings'];

applyTheme();
adoptWorkspace();
// The page sends a failed request again and reports the error itself.
sendEarlyRequests(window.location).catch(() => undefined);

async function sendEarlyRequests({ pathname, search }: Location): Promise<void> {
  const [, , page = '', id = ''] = pathname.split('/');
  if (!signedInPaths.includes(page)) return;
  const me = startCall('GET /v1/me');
  if (document.querySelector('meta[name="milepost-session"]') === null) await me;
  if (page === '') await startCall('GET /v1/overview', { query: overviewZone() });
  if (page !== 'shipments') return;
  if (id === '') {
    await startCall('GET /v1/shipments', { query: listQueryOf(filterOf(listStateOf(parseSearch(search)))) });
  } else {
    await startCall('GET /v1/shipments/{id}/history', { params: { id: decodeURIComponent(id) } });
  }
}
