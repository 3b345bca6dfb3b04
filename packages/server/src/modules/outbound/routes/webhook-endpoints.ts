import { z } from 'zod';
import type { Queries } from '../../../platform/database/database.ts';
import { readCursor, writeCursor } from '../../../platform/http/cursor.ts';
import { iso, isoOrNull } from '../../../platform/http/present-times.ts';
import { notFound, Refusal } from '../../../platform/http/refusal.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import type { Secrets } from '../../../platform/secrets/secrets.ts';
import {
  addWebhookEndpoint,
  listDeliveries,
  listWebhookEndpoints,
  removeWebhookEndpoint,
  type WebhookDeliveryRow,
  type WebhookEndpointRow,
  webhookSealingPlaceOf,
} from '../store/webhook-endpoints.ts';

export interface WebhookRoutesDependencies {
  database: Queries;
  secrets: Secrets;
  /** Why webhooks are not sent to this URL, or null. */
  guardUrl(url: string): Promise<string | null>;
  newId(): string;
  random(count: number): Uint8Array;
}

export function serveWebhookEndpoints(api: Api, deps: WebhookRoutesDependencies): void {
  serve(api, 'listWebhookEndpoints', async ({ holder }) => {
    const rows = await listWebhookEndpoints(deps.database, holder.workspaceId);
    return answer(200, { endpoints: rows.map(presentEndpoint) });
  });

  serve(api, 'createWebhookEndpoint', async ({ body, holder }) => {
    const reason = await deps.guardUrl(body.url);
    if (reason !== null) {
      throw new Refusal('address_refused', reason, { errors: [{ pointer: '/url', detail: reason }] });
    }
    const id = deps.newId();
    // The format of secrets in Standard Webhooks.
    const secret = `whsec_${Buffer.from(deps.random(32)).toString('base64')}`;
    const row = await addWebhookEndpoint(deps.database, {
      id,
      workspaceId: holder.workspaceId,
      url: body.url,
      secretSealed: deps.secrets.seal(secret, webhookSealingPlaceOf(id)),
    });
    return answer(201, { ...presentEndpoint(row), secret });
  });

  serve(api, 'deleteWebhookEndpoint', async ({ params, holder }) => {
    const removed = await removeWebhookEndpoint(deps.database, holder.workspaceId, params.id);
    if (!removed) throw notFound('webhook endpoint');
    return answer(204);
  });

  serve(api, 'listDeliveries', async ({ params, query, holder }) => {
    const endpoint = { workspaceId: holder.workspaceId, id: params.id };
    const before = readCursor(query.cursor, params.id, z.int().nonnegative());
    const rows = await listDeliveries(deps.database, endpoint, before, query.limit + 1);
    if (rows === null) throw notFound('webhook endpoint');
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const nextCursor = rows.length > query.limit && last ? writeCursor(params.id, last.position) : null;
    return answer(200, { deliveries: shown.map(presentDelivery), nextCursor });
  });
}

function presentEndpoint({ createdAt, ...row }: WebhookEndpointRow) {
  return { ...row, createdAt: iso(createdAt) };
}

function presentDelivery({ deliveredAt, nextAttemptAt, ...row }: WebhookDeliveryRow) {
  return { ...row, deliveredAt: isoOrNull(deliveredAt), nextAttemptAt: isoOrNull(nextAttemptAt) };
}
