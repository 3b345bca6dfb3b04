import { type Database, type Queries, sqlState } from '../../../platform/database/database.ts';
import { takeTurn } from '../../../platform/database/take-turn.ts';

export interface WorkspaceRow {
  id: string;
  slug: string;
  name: string;
  isDemo: boolean;
  createdAt: number;
}

const columns = `id, slug, name, is_demo as "isDemo", created_at as "createdAt"`;
const uniqueViolation = '23505';

/** Null when the slug is taken. */
export async function addWorkspace(
  queries: Queries,
  workspace: { id: string; slug: string; name: string; isDemo?: boolean },
): Promise<WorkspaceRow | null> {
  try {
    const [row] = await queries.query<WorkspaceRow>(
      `insert into workspace (id, slug, name, is_demo) values ($1, $2, $3, $4) returning ${columns}`,
      [workspace.id, workspace.slug, workspace.name, workspace.isDemo ?? false],
    );
    return row ?? null;
  } catch (error) {
    if (sqlState(error) === uniqueViolation) return null;
    throw error;
  }
}

/** All workspaces, or only the one with this id. */
export function listWorkspaces(queries: Queries, onlyId: string | null): Promise<WorkspaceRow[]> {
  return queries.query<WorkspaceRow>(
    `select ${columns} from workspace where $1::uuid is null or id = $1 order by created_at, id`,
    [onlyId],
  );
}

/**
 * Removes a workspace with all its data, including the record. Returns false when there is no such workspace.
 */
export function removeWorkspace(database: Database, id: string): Promise<boolean> {
  return database.transaction(async (queries) => (await eraseWorkspaces(queries, [id])) > 0);
}

/**
 * Removes workspaces within a transaction and returns how many there were. The inbox is emptied first, which
 * waits for running batches; then the turns are taken, so that no batch writes between the deletions.
 */
export async function eraseWorkspaces(queries: Queries, ids: readonly string[]): Promise<number> {
  for (const id of ids) await queries.query('delete from inbox where workspace_id = $1', [id]);
  await takeTurn(queries, ids);
  await queries.query(`select set_config('milepost.erasure', 'on', true)`);
  let removed = 0;
  for (const id of ids) {
    for (const sql of withoutForeignKey) await queries.query(sql, [id]);
    removed += (await queries.query('delete from workspace where id = $1 returning id', [id])).length;
  }
  return removed;
}

/** All other rows refer to the workspace by a foreign key and are deleted with it. */
const withoutForeignKey = [
  `delete from raw_digest where account_id in (
     select id from account where workspace_id = $1 union select account_id from raw_message where workspace_id = $1)`,
  'delete from raw_message where workspace_id = $1',
  'delete from tracking_event where workspace_id = $1',
  'delete from outbox where workspace_id = $1',
];
