import type { Queries } from '../../../platform/database/database.ts';

/** The only workspace of an installation; null when there are several, or none. */
export async function onlyWorkspaceId(queries: Queries): Promise<string | null> {
  const rows = await queries.query<{ id: string }>('select id from workspace limit 2');
  const [only] = rows;
  return rows.length === 1 && only ? only.id : null;
}
