import type { Queries } from '../../../platform/database/database.ts';

export interface WebhookEndpointRow {
  id: string;
  url: string;
  enabled: boolean;
  createdAt: number;
}

export interface WebhookDeliveryRow {
  position: number;
  attempts: number;
  deliveredAt: number | null;
  nextAttemptAt: number | null;
  lastFailure: string | null;
}

const columns = `id, url, enabled, created_at as "createdAt"`;

/** Binds a sealed secret to its endpoint, see platform/secrets/secrets.ts. */
export function webhookSealingPlaceOf(endpointId: string): string {
  return `webhook_endpoint ${endpointId}`;
}

/** The endpoint receives changes from now on. */
export async function addWebhookEndpoint(
  queries: Queries,
  endpoint: { id: string; workspaceId: string; url: string; secretSealed: Uint8Array },
): Promise<WebhookEndpointRow> {
  const [row] = await queries.query<WebhookEndpointRow>(
    `insert into webhook_endpoint (id, workspace_id, url, secret_sealed, cursor)
     values ($1, $2, $3, $4, coalesce((select max(position) from outbox where workspace_id = $2), 0)) returning ${columns}`,
    [endpoint.id, endpoint.workspaceId, endpoint.url, endpoint.secretSealed],
  );
  if (!row) throw new Error('An insert of one row returns one row.');
  return row;
}

export function listWebhookEndpoints(queries: Queries, workspaceId: string): Promise<WebhookEndpointRow[]> {
  return queries.query<WebhookEndpointRow>(
    `select ${columns} from webhook_endpoint where workspace_id = $1 order by id`,
    [workspaceId],
  );
}

/** False when the workspace has no such endpoint. */
export async function removeWebhookEndpoint(
  queries: Queries,
  workspaceId: string,
  id: string,
): Promise<boolean> {
  const rows = await queries.query(
    'delete from webhook_endpoint where workspace_id = $1 and id = $2 returning id',
    [workspaceId, id],
  );
  return rows.length > 0;
}

/** Newest first; null when the workspace has no such endpoint. */
export async function listDeliveries(
  queries: Queries,
  endpoint: { workspaceId: string; id: string },
  beforePosition: number | null,
  limit: number,
): Promise<WebhookDeliveryRow[] | null> {
  const known = await queries.query('select 1 from webhook_endpoint where workspace_id = $1 and id = $2', [
    endpoint.workspaceId,
    endpoint.id,
  ]);
  if (known.length === 0) return null;
  return queries.query<WebhookDeliveryRow>(
    `select outbox_position as position, attempts, delivered_at as "deliveredAt", next_attempt_at as "nextAttemptAt",
            last_failure as "lastFailure"
     from webhook_delivery where endpoint_id = $1 and ($2::bigint is null or outbox_position < $2)
     order by outbox_position desc limit $3`,
    [endpoint.id, beforePosition, limit],
  );
}
