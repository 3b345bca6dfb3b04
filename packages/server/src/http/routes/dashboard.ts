import type { OpenStreams } from '../open-streams.ts';
import type { Served } from '../serve.ts';
import { serveBrand } from './brand.ts';
import { serveFeeds } from './feeds.ts';
import { serveOverview } from './overview.ts';
import { serveRawMessage } from './raw-message.ts';
import { serveSearch } from './search.ts';
import { serveShipmentExport } from './shipment-export.ts';
import { serveViews } from './views.ts';

/** What the dashboard asks beyond lists and histories. */
export function serveDashboardApi(served: Served, streams: OpenStreams): void {
  serveSearch(served);
  serveOverview(served);
  serveShipmentExport(served, streams);
  serveRawMessage(served);
  serveViews(served);
  serveFeeds(served);
  serveBrand(served);
}
