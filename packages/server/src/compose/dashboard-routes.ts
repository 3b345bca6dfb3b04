import { serveFeeds } from '../modules/carriers/routes/feeds.ts';
import { serveOverview } from '../modules/insights/routes/overview.ts';
import { serveBrand } from '../modules/portal/routes/brand.ts';
import { serveRawMessage } from '../modules/tracking/routes/raw-message.ts';
import { serveSearch } from '../modules/tracking/routes/search.ts';
import { serveShipmentExport } from '../modules/tracking/routes/shipment-export.ts';
import { serveViews } from '../modules/tracking/routes/views.ts';
import type { OpenStreams } from '../platform/http/open-streams.ts';
import type { Served } from '../platform/http/serve.ts';

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
