import { type Role, scopesOfRole } from '@milepost/contract';
import type { Holder } from '../../../platform/http/holder.ts';
import { iso, isoOrNull } from '../../../platform/http/present-times.ts';
import { notFound, Refusal } from '../../../platform/http/refusal.ts';
import { answer, type Served, serve } from '../../../platform/http/serve.ts';
import { demoPassword, demoPeople } from '../../demo/add-demo-people.ts';
import { demoMemberships } from '../../demo/store/demo-people.ts';
import { callerOf } from '../caller.ts';
import { type InvitationRow, listInvitations, removeInvitation } from '../store/invitations.ts';
import {
  changeRole,
  findMember,
  listMembers,
  type MemberChange,
  type MemberRow,
  removeMember,
} from '../store/members.ts';
import { demandAttempt } from './attempt.ts';

export function servePeople(served: Served): void {
  serveMe(served);
  serveMembers(served);
  serveInvitations(served);
  serveAcceptance(served);
  serveFirstRun(served);
}

function serveMe(served: Served): void {
  const { people, mapStyleUrl } = served.deps;
  serve(served, 'me', async ({ signedIn, holder, request, reply }) => {
    // Whoever opens the dashboard stays signed in; other requests leave the session as it is.
    const renewed = await people.signIn.sessionOf(callerOf(request), true);
    if (renewed && renewed.cookies.length > 0) reply.header('set-cookie', renewed.cookies);
    const { person, memberships } = signedIn;
    return answer(200, {
      person,
      workspaces: [...memberships],
      current: holder?.person
        ? {
            workspaceId: holder.workspaceId,
            role: holder.person.role,
            scopes: [...holder.scopes],
            hiddenFields: [...holder.hiddenFields],
          }
        : null,
      mapStyleUrl,
    });
  });
}

function serveMembers(served: Served): void {
  const { deps, authenticator } = served;

  serve(served, 'listPeople', async ({ holder }) => {
    const rows = await listMembers(deps.database, holder.workspaceId);
    return answer(200, { people: rows.map(presentMember) });
  });

  serve(served, 'changePerson', async ({ params, body, holder }) => {
    refuseRoleBeyond(holder, body.role);
    demandDone(await changeRole(deps.database, holder.workspaceId, params.id, body.role));
    authenticator.forget();
    const row = await findMember(deps.database, holder.workspaceId, params.id);
    if (!row) throw notFound('person');
    return answer(200, presentMember(row));
  });

  serve(served, 'removePerson', async ({ params, holder }) => {
    demandDone(await removeMember(deps.database, holder.workspaceId, params.id));
    authenticator.forget();
    return answer(204);
  });
}

function demandDone(change: MemberChange): void {
  if (change === 'not_found') throw notFound('person');
  if (change === 'last_admin')
    throw new Refusal('last_admin', 'This person is the only admin of the workspace.');
}

/** Otherwise a key that may only invite could make its holder an admin. */
function refuseRoleBeyond({ scopes }: Holder, wanted: Role): void {
  const beyond = scopesOfRole(wanted).filter((scope) => !scopes.includes(scope));
  if (beyond.length === 0) return;
  const detail = `The role ${wanted} comes with ${beyond.join(', ')}, which this key lacks.`;
  throw new Refusal('scope_not_grantable', detail, { errors: [{ pointer: '/role', detail }] });
}

function serveInvitations(served: Served): void {
  const { deps } = served;

  serve(served, 'listInvitations', async ({ holder }) => {
    const rows = await listInvitations(deps.database, holder.workspaceId);
    return answer(200, { invitations: rows.map(presentInvitation) });
  });

  serve(served, 'createInvitation', async ({ body, holder }) => {
    const { workspaceId, isInstallation } = holder;
    refuseRoleBeyond(holder, body.role);
    const invited = await deps.people.invitations.invite({ ...body, workspaceId, showLink: isInstallation });
    if (!invited) {
      const detail = `${body.email} belongs to the workspace.`;
      throw new Refusal('already_member', detail, { errors: [{ pointer: '/email', detail }] });
    }
    const { row, isMailed, link } = invited;
    return answer(201, { ...presentInvitation(row), isMailed, link });
  });

  serve(served, 'deleteInvitation', async ({ params, holder }) => {
    if (!(await removeInvitation(deps.database, holder.workspaceId, params.id))) throw notFound('invitation');
    return answer(204);
  });
}

function serveAcceptance(served: Served): void {
  const { people } = served.deps;

  serve(served, 'showInvitation', async ({ body, request }) => {
    const attempt = await demandAttempt(people, 'link', { request });
    const found = await people.invitations.show(body.token);
    if (!found) throw linkInvalid();
    await attempt.succeed();
    const { email, workspaceName, role, expiresAt } = found;
    return answer(200, { email, workspace: workspaceName, role, expiresAt: iso(expiresAt) });
  });

  serve(served, 'acceptInvitation', async ({ body, request }) => {
    const attempt = await demandAttempt(people, 'link', { request });
    const invited = await people.invitations.show(body.token);
    if (!invited) throw linkInvalid();
    // Whoever has the link could guess the password of an account here, so it counts as signing in does.
    const guess = await demandAttempt(people, 'sign_in', { request, account: invited.email });
    const accepted = await people.invitations.accept(body);
    if (accepted.kind === 'link_invalid') throw linkInvalid();
    if (accepted.kind === 'refused') {
      throw new Refusal(
        'sign_in_refused',
        'There is an account with this address, and its password is another one.',
      );
    }
    await attempt.succeed();
    await guess.succeed();
    // Who accepts with an account may be signed in with it.
    served.authenticator.forget();
    return answer(201, { email: accepted.email });
  });
}

function linkInvalid(): Refusal {
  return new Refusal('link_invalid', 'This invitation does not hold.');
}

function serveFirstRun(served: Served): void {
  const { deps } = served;
  const { people } = deps;

  serve(served, 'firstRun', async () => {
    return answer(200, {
      isNeeded: await people.firstRun.isNeeded(),
      demo: (await people.isDemo()) ? await listDemoPeople(served) : null,
    });
  });

  serve(served, 'beginFirstRun', async ({ body, request }) => {
    const attempt = await demandAttempt(people, 'link', { request });
    const result = await people.firstRun.begin(body);
    if (result === 'wrong_code') throw new Refusal('code_refused', 'This is not the code.');
    await attempt.succeed();
    if (result === 'over') throw new Refusal('first_run_over', 'Somebody can sign in already.');
    return answer(201, { email: body.email });
  });
}

async function listDemoPeople({ deps }: Served) {
  const rows = await demoMemberships(
    deps.database,
    demoPeople.map(({ email }) => email),
  );
  return rows.map((row) => ({ ...row, password: demoPassword }));
}

function presentMember({ joinedAt, lastSeenAt, ...row }: MemberRow) {
  return { ...row, joinedAt: iso(joinedAt), lastSeenAt: isoOrNull(lastSeenAt) };
}

function presentInvitation({ id, email, role, createdAt, expiresAt }: InvitationRow): {
  id: string;
  email: string;
  role: Role;
  createdAt: string;
  expiresAt: string;
} {
  return { id, email, role, createdAt: iso(createdAt), expiresAt: iso(expiresAt) };
}
