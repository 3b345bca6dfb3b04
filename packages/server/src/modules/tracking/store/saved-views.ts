import type { Queries } from '../../../platform/database/database.ts';
import { jsonText } from '../../../platform/database/json-text.ts';

export interface SavedViewRow {
  id: string;
  owner: string;
  name: string;
  isShared: boolean;
  query: Record<string, string>;
  columns: string[];
  createdAt: number;
  updatedAt: number;
}

export interface SavedViewContent {
  name: string;
  isShared: boolean;
  query: Readonly<Record<string, string>>;
  columns: readonly string[];
}

export const viewsMax = 100;

const columns = `id, owner, name, is_shared as "isShared", query, columns, created_at as "createdAt", updated_at as "updatedAt"`;

/** The owner's views and all shared views, sorted by name. */
export function listSavedViews(
  queries: Queries,
  workspaceId: string,
  owner: string,
): Promise<SavedViewRow[]> {
  return queries.query<SavedViewRow>(
    `select ${columns} from saved_view where workspace_id = $1 and (owner = $2 or is_shared)
     order by (owner = $2) desc, lower(name), id limit ${viewsMax}`,
    [workspaceId, owner],
  );
}

/** Null when the owner has reached the maximum number of views. */
export async function addSavedView(
  queries: Queries,
  view: SavedViewContent & { id: string; workspaceId: string; owner: string },
): Promise<SavedViewRow | null> {
  const [row] = await queries.query<SavedViewRow>(
    `insert into saved_view (id, workspace_id, owner, name, is_shared, query, columns)
     select $1, $2, $3, $4, $5, $6::jsonb, $7::text[]
     where (select count(*) from saved_view where workspace_id = $2 and owner = $3) < ${viewsMax} returning ${columns}`,
    [view.id, view.workspaceId, view.owner, view.name, view.isShared, jsonText(view.query), view.columns],
  );
  return row ?? null;
}

/** Null when the owner has no such view. */
export async function replaceSavedView(
  queries: Queries,
  view: SavedViewContent & { id: string; workspaceId: string; owner: string },
): Promise<SavedViewRow | null> {
  const [row] = await queries.query<SavedViewRow>(
    `update saved_view set name = $4, is_shared = $5, query = $6::jsonb, columns = $7::text[], updated_at = now()
     where id = $1 and workspace_id = $2 and owner = $3 returning ${columns}`,
    [view.id, view.workspaceId, view.owner, view.name, view.isShared, jsonText(view.query), view.columns],
  );
  return row ?? null;
}

/**
 * Removes a view of the owner; with `evenShared` also a view that another person shares. False when there is
 * no such view.
 */
export async function removeSavedView(
  queries: Queries,
  view: { id: string; workspaceId: string; owner: string; evenShared: boolean },
): Promise<boolean> {
  const rows = await queries.query(
    'delete from saved_view where workspace_id = $1 and id = $2 and (owner = $3 or (is_shared and $4)) returning id',
    [view.workspaceId, view.id, view.owner, view.evenShared],
  );
  return rows.length > 0;
}
