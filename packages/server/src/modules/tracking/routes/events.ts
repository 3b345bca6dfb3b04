import { Readable } from 'node:stream';
import type { Queries } from '../../../platform/database/database.ts';
import { whenClosed } from '../../../platform/http/active-streams.ts';
import { conceal } from '../../../platform/http/conceal.ts';
import { type Api, type Call, serveRaw } from '../../../platform/http/serve.ts';
import type { LiveStream } from '../../outbound/index.ts';
import { presentRecorded } from '../present/event.ts';
import { type ExportFilter, type ExportPage, exportPage } from '../store/event-export.ts';

type ExportCall = Call<'exportEvents'>;

const rowsMax = 500;
/**
 * Facts of unregistered numbers change no shipment, so there is no notification for them; the export polls by
 * itself.
 */
const lookAgainMs = 5_000;

export interface EventRoutesDependencies {
  database: Queries;
  live: LiveStream;
}

export function serveEvents(api: Api, deps: EventRoutesDependencies): void {
  serveRaw(api, 'exportEvents', async (call) => {
    const filter = filterOf(call);
    // The first page is read before the response starts, so that a database failure can still set the status.
    const first = await exportPage(deps.database, filter, call.query.after ?? 0, rowsMax);
    const abort = new AbortController();
    // Destroyed, not ended, so that no client takes a part for the whole.
    const forget = api.streams.add(() => call.reply.raw.destroy());
    whenClosed(call.reply.raw, () => {
      forget();
      abort.abort();
    });
    const lines = linesOf(api, deps, call, { filter, first, signal: abort.signal });
    return call.reply
      .type('application/x-ndjson; charset=utf-8')
      .send(Readable.from(lines, { objectMode: false }));
  });
}

function filterOf({ query, holder }: ExportCall): ExportFilter {
  return {
    workspaceId: holder.workspaceId,
    receivedFrom: query.from === undefined ? null : Date.parse(query.from),
    receivedTo: query.to === undefined ? null : Date.parse(query.to),
    milestone: query.milestone ?? null,
  };
}

interface Reading {
  filter: ExportFilter;
  first: ExportPage;
  signal: AbortSignal;
}

/** Pages as text; each is read after the client has consumed the previous one. */
async function* linesOf(
  api: Api,
  deps: EventRoutesDependencies,
  call: ExportCall,
  { filter, first, signal }: Reading,
): AsyncGenerator<string> {
  const { database } = deps;
  let left = call.query.limit ?? Number.POSITIVE_INFINITY;
  let position = call.query.after ?? 0;
  let page = first;
  while (!signal.aborted) {
    const events = page.events.slice(0, left);
    left -= events.length;
    if (events.length > 0)
      yield events
        .map((event) => `${JSON.stringify(conceal(presentRecorded(event), call.holder.hiddenFields))}\n`)
        .join('');
    if (left <= 0) return;
    position = page.lastPosition;
    if (page.isLast) {
      if (!call.query.follow) return;
      // Until the first line is written, the client could not see that it was admitted.
      call.reply.raw.flushHeaders();
      await untilChanged(deps, filter.workspaceId, signal);
      if (!(await api.admission.isStillAdmitted(call.request))) return;
    }
    page = await exportPage(database, filter, position, rowsMax);
  }
}

function untilChanged(
  deps: EventRoutesDependencies,
  workspaceId: string,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      unsubscribe();
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const unsubscribe = deps.live.subscribe(workspaceId, done);
    const timer = setTimeout(done, lookAgainMs);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
