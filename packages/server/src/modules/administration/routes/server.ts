import { openApiDocument } from '@milepost/contract';
import { answer, type Served, serve, serveRaw } from '../../../platform/http/serve.ts';

export function serveServer(served: Served, version: string): void {
  const { deps } = served;
  // Written once: it changes only with the program.
  const document = JSON.stringify(openApiDocument(version));

  serve(served, 'live', async () => answer(200, { status: 'ok' as const }));

  serve(served, 'ready', async () => {
    const { ready, checks } = await deps.health();
    return answer(ready ? 200 : 503, { ready, checks });
  });

  serveRaw(served, 'openapi', async ({ reply }) =>
    reply.type('application/json; charset=utf-8').send(document),
  );

  serveRaw(served, 'metrics', async ({ reply }) => {
    return reply.type(deps.metrics.contentType).send(await deps.metrics.metrics());
  });
}
