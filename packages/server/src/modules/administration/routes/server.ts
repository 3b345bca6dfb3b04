import { openApiDocument } from '@milepost/contract';
import type { Registry } from 'prom-client';
import { productVersion } from '../../../platform/http/product-version.ts';
import { type Api, answer, serve, serveRaw } from '../../../platform/http/serve.ts';

export interface ServerRoutesDependencies {
  health(): Promise<{ ready: boolean; checks: Record<string, string> }>;
  metrics: Registry;
}

export function serveServer(api: Api, deps: ServerRoutesDependencies): void {
  // Serialised once, because it does not change while the server runs.
  const document = JSON.stringify(openApiDocument(productVersion()));

  serve(api, 'live', async () => answer(200, { status: 'ok' as const }));

  serve(api, 'ready', async () => {
    const { ready, checks } = await deps.health();
    return answer(ready ? 200 : 503, { ready, checks });
  });

  serveRaw(api, 'openapi', async ({ reply }) => reply.type('application/json; charset=utf-8').send(document));

  serveRaw(api, 'metrics', async ({ reply }) => {
    return reply.type(deps.metrics.contentType).send(await deps.metrics.metrics());
  });
}
