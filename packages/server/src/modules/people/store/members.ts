import type { Role } from '@milepost/contract';
import type { Database, Queries } from '../../../platform/database/database.ts';
import type { Membership } from '../../../platform/http/admission.ts';

export interface MemberRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  twoFactorEnabled: boolean;
  joinedAt: number;
  lastSeenAt: number | null;
}

const memberSelection = `select p.id, p.email, p.name, m.role, p.two_factor_enabled as "twoFactorEnabled", m.created_at as "joinedAt",
    (select max(s.updated_at) from session s where s.person_id = p.id) as "lastSeenAt"
  from membership m join person p on p.id = m.person_id`;

export function listMembers(queries: Queries, workspaceId: string): Promise<MemberRow[]> {
  return queries.query(`${memberSelection} where m.workspace_id = $1 order by lower(p.name), p.id`, [
    workspaceId,
  ]);
}

export async function findMember(
  queries: Queries,
  workspaceId: string,
  personId: string,
): Promise<MemberRow | null> {
  const [row] = await queries.query<MemberRow>(
    `${memberSelection} where m.workspace_id = $1 and m.person_id = $2`,
    [workspaceId, personId],
  );
  return row ?? null;
}

/** In the order in which the workspaces were created. */
export function membershipsOf(queries: Queries, personId: string): Promise<Membership[]> {
  return queries.query(
    `select w.id, w.slug, w.name, w.is_demo as "isDemo", m.role
     from membership m join workspace w on w.id = m.workspace_id where m.person_id = $1 order by w.created_at, w.id`,
    [personId],
    'memberships_of',
  );
}

/** False when the person is already a member. */
export async function addMember(
  queries: Queries,
  member: { workspaceId: string; personId: string; role: Role },
): Promise<boolean> {
  const rows = await queries.query(
    'insert into membership (workspace_id, person_id, role) values ($1, $2, $3) on conflict do nothing returning person_id',
    [member.workspaceId, member.personId, member.role],
  );
  return rows.length > 0;
}

export type MemberChange = 'done' | 'not_found' | 'last_admin';

export function changeRole(
  database: Database,
  workspaceId: string,
  personId: string,
  role: Role,
): Promise<MemberChange> {
  return database.transaction(async (queries) => {
    const hindrance = await hindranceTo(queries, workspaceId, personId, role);
    if (hindrance !== null) return hindrance;
    await queries.query('update membership set role = $3 where workspace_id = $1 and person_id = $2', [
      workspaceId,
      personId,
      role,
    ]);
    return 'done';
  });
}

/** A person without any other workspace is deleted. */
export function removeMember(
  database: Database,
  workspaceId: string,
  personId: string,
): Promise<MemberChange> {
  return database.transaction(async (queries) => {
    const hindrance = await hindranceTo(queries, workspaceId, personId, null);
    if (hindrance !== null) return hindrance;
    await queries.query('delete from membership where workspace_id = $1 and person_id = $2', [
      workspaceId,
      personId,
    ]);
    await removePeopleWithoutWorkspace(queries);
    return 'done';
  });
}

/**
 * Deletes people without a workspace: no workspace can manage them, and there is no reason to store their
 * addresses.
 */
export async function removePeopleWithoutWorkspace(queries: Queries): Promise<void> {
  await queries.query(
    'delete from person p where not exists (select from membership m where m.person_id = p.id)',
  );
}

/** Locks all memberships of a workspace, so that two admins cannot remove each other at the same time. */
async function hindranceTo(
  queries: Queries,
  workspaceId: string,
  personId: string,
  role: Role | null,
): Promise<Exclude<MemberChange, 'done'> | null> {
  const rows = await queries.query<{ personId: string; role: Role }>(
    'select person_id as "personId", role from membership where workspace_id = $1 order by person_id for update',
    [workspaceId],
  );
  if (!rows.some((row) => row.personId === personId)) return 'not_found';
  if (role === 'admin') return null;
  const others = rows.filter((row) => row.personId !== personId && row.role === 'admin');
  const isAdmin = rows.some((row) => row.personId === personId && row.role === 'admin');
  return isAdmin && others.length === 0 ? 'last_admin' : null;
}
