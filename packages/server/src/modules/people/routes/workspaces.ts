import { scopeNames } from '@milepost/contract';
import type { Database } from '../../../platform/database/database.ts';
import type { Holder } from '../../../platform/http/holder.ts';
import { iso } from '../../../platform/http/present-times.ts';
import { notFound, Refusal } from '../../../platform/http/refusal.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import { removePeopleWithoutWorkspace } from '../store/members.ts';
import { addWorkspace, listWorkspaces, removeWorkspace, type WorkspaceRow } from '../store/workspaces.ts';
import { makeKey } from './keys.ts';

export interface WorkspaceRoutesDependencies {
  database: Database;
  newId(): string;
  random(count: number): Uint8Array;
  /** Called before the workspace is removed; stops everything that runs for it. */
  onWorkspaceRemoval(workspaceId: string): Promise<void>;
  /** Called after the workspace and its carrier accounts were removed. */
  onAccountRemoved(): void;
}

export function serveWorkspaces(api: Api, deps: WorkspaceRoutesDependencies): void {
  const { admission } = api;

  serve(api, 'listWorkspaces', async ({ holder }) => {
    const rows = await listWorkspaces(deps.database, holder.isInstallation ? null : holder.workspaceId);
    return answer(200, { workspaces: rows.map(presentWorkspace) });
  });

  serve(api, 'createWorkspace', async ({ body, holder }) => {
    if (!holder.isInstallation) {
      throw new Refusal(
        'installation_key_needed',
        'Creating a workspace requires an installation key; this key belongs to one workspace.',
      );
    }
    const row = await addWorkspace(deps.database, { id: deps.newId(), ...body });
    if (!row) {
      const detail = `A workspace with the slug ${body.slug} already exists.`;
      throw new Refusal('name_taken', detail, { errors: [{ pointer: '/slug', detail }] });
    }
    const key = await makeKey(deps, { workspaceId: row.id, name: 'First key', scopes: scopeNames });
    return answer(201, { workspace: presentWorkspace(row), key });
  });

  serve(api, 'deleteWorkspace', async ({ params, query, holder }) => {
    const [row] = maySee(holder, params.id) ? await listWorkspaces(deps.database, params.id) : [];
    if (!row) throw notFound('workspace');
    requireConfirmation(row, query.confirm);
    await deps.onWorkspaceRemoval(row.id);
    await removeWorkspace(deps.database, row.id);
    await removePeopleWithoutWorkspace(deps.database);
    admission.forget();
    deps.onAccountRemoved();
    return answer(204);
  });
}

function maySee(holder: Holder, workspaceId: string): boolean {
  return holder.isInstallation || holder.workspaceId === workspaceId.toLowerCase();
}

function requireConfirmation({ isDemo, slug }: WorkspaceRow, confirmed: string | undefined): void {
  if (isDemo || confirmed === slug) return;
  const detail = `This deletes everything in the workspace. Add ?confirm=${slug} to confirm.`;
  throw new Refusal('confirmation_needed', detail, {
    errors: [{ pointer: '?confirm', detail: `Must be ${slug}.` }],
  });
}

function presentWorkspace({ createdAt, ...row }: WorkspaceRow) {
  return { ...row, createdAt: iso(createdAt) };
}
