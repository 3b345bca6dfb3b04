import type { Api } from '../../../platform/http/serve.ts';
import { type StreamRoutesDependencies, serveStream } from './stream.ts';
import { serveWebhookEndpoints, type WebhookRoutesDependencies } from './webhook-endpoints.ts';

export type OutboundRoutesDependencies = StreamRoutesDependencies & WebhookRoutesDependencies;

export function serveOutboundRoutes(api: Api, deps: OutboundRoutesDependencies): void {
  serveStream(api, deps);
  serveWebhookEndpoints(api, deps);
}
