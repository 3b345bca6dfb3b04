import { createHash } from 'node:crypto';
import type { Role } from '@milepost/contract';
import type { Queries } from '../../../platform/database/database.ts';

export interface InvitationRow {
  id: string;
  email: string;
  role: Role;
  createdAt: number;
  expiresAt: number;
}

export interface NewInvitation {
  id: string;
  workspaceId: string;
  /** In lower case. */
  email: string;
  role: Role;
  /** In clear text; only its hash is stored. */
  token: string;
  /** Milliseconds since 1970 UTC. */
  expiresAt: number;
}

const columns = `id, email, role, created_at as "createdAt", expires_at as "expiresAt"`;

function hashOf(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/** Replaces an earlier invitation for the same address; its link becomes invalid. */
export async function addInvitation(queries: Queries, invitation: NewInvitation): Promise<InvitationRow> {
  const [row] = await queries.query<InvitationRow>(
    `insert into invitation (id, workspace_id, email, role, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, email) do update set id = excluded.id, role = excluded.role, token_hash = excluded.token_hash,
       created_at = now(), expires_at = excluded.expires_at
     returning ${columns}`,
    [
      invitation.id,
      invitation.workspaceId,
      invitation.email,
      invitation.role,
      hashOf(invitation.token),
      new Date(invitation.expiresAt).toISOString(),
    ],
  );
  if (!row) throw new Error('An insert of one row returns one row.');
  return row;
}

export function listInvitations(queries: Queries, workspaceId: string): Promise<InvitationRow[]> {
  return queries.query(
    `select ${columns} from invitation where workspace_id = $1 and expires_at > now() order by created_at desc, id`,
    [workspaceId],
  );
}

/** False when the workspace has no such invitation. */
export async function removeInvitation(queries: Queries, workspaceId: string, id: string): Promise<boolean> {
  const rows = await queries.query(
    'delete from invitation where workspace_id = $1 and id = $2 returning id',
    [workspaceId, id],
  );
  return rows.length > 0;
}

export interface OpenInvitation extends InvitationRow {
  workspaceId: string;
  workspaceName: string;
}

/** The invitation with this token, if it is still valid. */
export async function findInvitation(queries: Queries, token: string): Promise<OpenInvitation | null> {
  const [row] = await queries.query<OpenInvitation>(
    `select i.id, i.email, i.role, i.created_at as "createdAt", i.expires_at as "expiresAt", w.id as "workspaceId", w.name as "workspaceName"
     from invitation i join workspace w on w.id = i.workspace_id where i.token_hash = $1 and i.expires_at > now()`,
    [hashOf(token)],
  );
  return row ?? null;
}

/** Whether the address belongs to a person of the workspace. */
export async function isMemberByEmail(
  queries: Queries,
  workspaceId: string,
  email: string,
): Promise<boolean> {
  const rows = await queries.query(
    'select 1 from membership m join person p on p.id = m.person_id where m.workspace_id = $1 and p.email = $2',
    [workspaceId, email],
  );
  return rows.length > 0;
}
