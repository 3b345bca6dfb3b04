import { startCall } from '../../api/call.ts';
import { listQueryOf, overviewZone } from '../../api/initial-queries.ts';
import { filterOf, listStateOf } from '../shipments/filter/list-state.ts';
import { parseSearch } from './search-params.ts';
import { applyTheme } from './theme.ts';
import { adoptWorkspace } from './workspace-choice.ts';

/**
 * What comes before everything else, as a small file of its own: while the other scripts are on their way it asks for what they will want
 * first.
 *
 *     page ──┬── head start ──┬── who is signed in? ──┐
 *            │                └── the rows ───────────┤
 *            └── scripts ─────────────────────────────┴── first rows
 *
 * Where no session came with the request for the page, the second question waits for the first, so that a stranger is refused once and
 * not twice.
 */
/** Rooms that want somebody who is signed in; see router.tsx. */
const signedInPaths = ['', 'shipments', 'carriers', 'review', 'settings'];

applyTheme();
adoptWorkspace();
// What fails here fails again, and is told, where it is needed.
begin(window.location).catch(() => undefined);

async function begin({ pathname, search }: Location): Promise<void> {
  const [, , room = '', id = ''] = pathname.split('/');
  if (!signedInPaths.includes(room)) return;
  const me = startCall('GET /v1/me');
  if (document.querySelector('meta[name="milepost-session"]') === null) await me;
  if (room === '') await startCall('GET /v1/overview', { query: overviewZone() });
  if (room !== 'shipments') return;
  if (id === '') {
    await startCall('GET /v1/shipments', { query: listQueryOf(filterOf(listStateOf(parseSearch(search)))) });
  } else {
    await startCall('GET /v1/shipments/{id}/history', { params: { id: decodeURIComponent(id) } });
  }
}
