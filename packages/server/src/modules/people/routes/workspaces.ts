import { scopeNames } from '@milepost/contract';
import type { Holder } from '../../../platform/http/holder.ts';
import { iso } from '../../../platform/http/present-times.ts';
import { notFound, Refusal } from '../../../platform/http/refusal.ts';
import { answer, type Served, serve } from '../../../platform/http/serve.ts';
import type { HookAccounts } from '../../ingestion/hook-accounts.ts';
import { removeStrays } from '../store/members.ts';
import { addWorkspace, listWorkspaces, removeWorkspace, type WorkspaceRow } from '../store/workspaces.ts';
import { makeKey } from './keys.ts';

export function serveWorkspaces(served: Served, hooks: HookAccounts): void {
  const { deps, authenticator } = served;

  serve(served, 'listWorkspaces', async ({ holder }) => {
    const rows = await listWorkspaces(deps.database, holder.isInstallation ? null : holder.workspaceId);
    return answer(200, { workspaces: rows.map(presentWorkspace) });
  });

  serve(served, 'createWorkspace', async ({ body, holder }) => {
    if (!holder.isInstallation) {
      throw new Refusal('installation_key_needed', 'This key belongs to one workspace.');
    }
    const row = await addWorkspace(deps.database, { id: deps.newId(), ...body });
    if (!row) {
      const detail = `A workspace with the slug ${body.slug} exists.`;
      throw new Refusal('name_taken', detail, { errors: [{ pointer: '/slug', detail }] });
    }
    const key = await makeKey(deps, { workspaceId: row.id, name: 'First key', scopes: scopeNames });
    return answer(201, { workspace: presentWorkspace(row), key });
  });

  serve(served, 'deleteWorkspace', async ({ params, query, holder }) => {
    const [row] = maySee(holder, params.id) ? await listWorkspaces(deps.database, params.id) : [];
    if (!row) throw notFound('workspace');
    demandConfirmation(row, query.confirm);
    await deps.demo.leave(row.id);
    await removeWorkspace(deps.database, row.id);
    await removeStrays(deps.database);
    authenticator.forget();
    hooks.forget();
    return answer(204);
  });
}

function maySee(holder: Holder, workspaceId: string): boolean {
  return holder.isInstallation || holder.workspaceId === workspaceId.toLowerCase();
}

function demandConfirmation({ isDemo, slug }: WorkspaceRow, confirmed: string | undefined): void {
  if (isDemo || confirmed === slug) return;
  const detail = `Everything in the workspace would be gone. Add ?confirm=${slug}.`;
  throw new Refusal('confirmation_needed', detail, {
    errors: [{ pointer: '?confirm', detail: `Must be ${slug}.` }],
  });
}

function presentWorkspace({ createdAt, ...row }: WorkspaceRow) {
  return { ...row, createdAt: iso(createdAt) };
}
