import type { Api } from '../../../platform/http/serve.ts';
import { type EventRoutesDependencies, serveEvents } from './events.ts';
import { type HistoryRoutesDependencies, serveHistory } from './history.ts';
import { type RawMessageRoutesDependencies, serveRawMessage } from './raw-message.ts';
import { type SearchRoutesDependencies, serveSearch } from './search.ts';
import { type ShipmentExportDependencies, serveShipmentExport } from './shipment-export.ts';
import { type ShipmentListDependencies, serveShipmentList } from './shipment-list.ts';
import { type ShipmentRoutesDependencies, serveShipments } from './shipments.ts';
import { serveViews, type ViewRoutesDependencies } from './views.ts';

export type TrackingRoutesDependencies = ShipmentRoutesDependencies &
  ShipmentListDependencies &
  SearchRoutesDependencies &
  ShipmentExportDependencies &
  RawMessageRoutesDependencies &
  ViewRoutesDependencies &
  HistoryRoutesDependencies &
  EventRoutesDependencies;

export function serveTrackingRoutes(api: Api, deps: TrackingRoutesDependencies): void {
  serveShipments(api, deps);
  serveShipmentList(api, deps);
  serveSearch(api, deps);
  serveShipmentExport(api, deps);
  serveRawMessage(api, deps);
  serveViews(api, deps);
  serveHistory(api, deps);
  serveEvents(api, deps);
}
