import { type Role, scopesOfRole } from '@milepost/contract';
import type { Database } from '../../../platform/database/database.ts';
import type { Holder } from '../../../platform/http/holder.ts';
import { iso, isoOrNull } from '../../../platform/http/present-times.ts';
import { notFound, Refusal } from '../../../platform/http/refusal.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import type { People } from '../people.ts';
import { readCaller } from '../read-caller.ts';
import { type InvitationRow, listInvitations, removeInvitation } from '../store/invitations.ts';
import {
  changeRole,
  findMember,
  listMembers,
  type MemberChange,
  type MemberRow,
  removeMember,
} from '../store/members.ts';
import { countAttempt } from './count-attempt.ts';

export interface PeopleRoutesDependencies {
  database: Database;
  people: People;
  mapStyleUrl: string | null;
  /** Accounts whose passwords the sign-in page shows; null when there are none. */
  publishedSignIns(): Promise<PublishedSignIn[] | null>;
}

export interface PublishedSignIn {
  email: string;
  name: string;
  role: Role;
  workspace: string;
  password: string;
}

export function servePeople(api: Api, deps: PeopleRoutesDependencies): void {
  serveMe(api, deps);
  serveMembers(api, deps);
  serveInvitations(api, deps);
  serveAcceptance(api, deps);
  serveFirstRun(api, deps);
}

function serveMe(api: Api, deps: PeopleRoutesDependencies): void {
  const { people, mapStyleUrl } = deps;
  serve(api, 'me', async ({ signedIn, holder, request, reply }) => {
    // Opening the dashboard extends the session; other requests do not.
    const renewed = await people.signIn.sessionOf(readCaller(request), true);
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

function serveMembers(api: Api, deps: PeopleRoutesDependencies): void {
  const { admission } = api;

  serve(api, 'listPeople', async ({ holder }) => {
    const rows = await listMembers(deps.database, holder.workspaceId);
    return answer(200, { people: rows.map(presentMember) });
  });

  serve(api, 'changePerson', async ({ params, body, holder }) => {
    refuseRoleBeyond(holder, body.role);
    requireDone(await changeRole(deps.database, holder.workspaceId, params.id, body.role));
    admission.forget();
    const row = await findMember(deps.database, holder.workspaceId, params.id);
    if (!row) throw notFound('person');
    return answer(200, presentMember(row));
  });

  serve(api, 'removePerson', async ({ params, holder }) => {
    requireDone(await removeMember(deps.database, holder.workspaceId, params.id));
    admission.forget();
    return answer(204);
  });
}

function requireDone(change: MemberChange): void {
  if (change === 'not_found') throw notFound('person');
  if (change === 'last_admin')
    throw new Refusal('last_admin', 'This person is the only admin of the workspace.');
}

/** Without this check, a key that may invite people could make its owner an admin. */
function refuseRoleBeyond({ scopes }: Holder, wanted: Role): void {
  const beyond = scopesOfRole(wanted).filter((scope) => !scopes.includes(scope));
  if (beyond.length === 0) return;
  const detail = `The role ${wanted} includes ${beyond.join(', ')}, which the caller does not have.`;
  throw new Refusal('scope_not_grantable', detail, { errors: [{ pointer: '/role', detail }] });
}

function serveInvitations(api: Api, deps: PeopleRoutesDependencies): void {
  serve(api, 'listInvitations', async ({ holder }) => {
    const rows = await listInvitations(deps.database, holder.workspaceId);
    return answer(200, { invitations: rows.map(presentInvitation) });
  });

  serve(api, 'createInvitation', async ({ body, holder }) => {
    const { workspaceId, isInstallation } = holder;
    refuseRoleBeyond(holder, body.role);
    const invited = await deps.people.invitations.invite({ ...body, workspaceId, showLink: isInstallation });
    if (!invited) {
      const detail = `${body.email} is already a member of the workspace.`;
      throw new Refusal('already_member', detail, { errors: [{ pointer: '/email', detail }] });
    }
    const { row, isMailed, link } = invited;
    return answer(201, { ...presentInvitation(row), isMailed, link });
  });

  serve(api, 'deleteInvitation', async ({ params, holder }) => {
    if (!(await removeInvitation(deps.database, holder.workspaceId, params.id))) throw notFound('invitation');
    return answer(204);
  });
}

function serveAcceptance(api: Api, deps: PeopleRoutesDependencies): void {
  const { people } = deps;

  serve(api, 'showInvitation', async ({ body, request }) => {
    const attempt = await countAttempt(people, 'link', { request });
    const found = await people.invitations.show(body.token);
    if (!found) throw invalidInvitation();
    await attempt.succeed();
    const { email, workspaceName, role, expiresAt } = found;
    return answer(200, { email, workspace: workspaceName, role, expiresAt: iso(expiresAt) });
  });

  serve(api, 'acceptInvitation', async ({ body, request }) => {
    const attempt = await countAttempt(people, 'link', { request });
    const invited = await people.invitations.show(body.token);
    if (!invited) throw invalidInvitation();
    // A client with the link could guess the account's password here, so it counts as a sign-in attempt.
    const guess = await countAttempt(people, 'sign_in', { request, account: invited.email });
    const accepted = await people.invitations.accept(body);
    if (accepted.kind === 'link_invalid') throw invalidInvitation();
    if (accepted.kind === 'refused') {
      throw new Refusal(
        'sign_in_refused',
        'An account with this address exists, and the password is not its password.',
      );
    }
    await attempt.succeed();
    await guess.succeed();
    // A person who accepts with an existing account may be signed in; their memberships have changed.
    api.admission.forget();
    return answer(201, { email: accepted.email });
  });
}

function invalidInvitation(): Refusal {
  return new Refusal('link_invalid', 'This invitation is invalid, has expired, or was already used.');
}

function serveFirstRun(api: Api, deps: PeopleRoutesDependencies): void {
  const { people } = deps;

  serve(api, 'firstRun', async () => {
    return answer(200, {
      isNeeded: await people.firstRun.isNeeded(),
      demo: await deps.publishedSignIns(),
    });
  });

  serve(api, 'beginFirstRun', async ({ body, request }) => {
    const attempt = await countAttempt(people, 'link', { request });
    const result = await people.firstRun.createAdmin(body);
    if (result === 'wrong_code') throw new Refusal('code_refused', 'The code is wrong.');
    await attempt.succeed();
    if (result === 'over') throw new Refusal('first_run_over', 'The first account already exists.');
    return answer(201, { email: body.email });
  });
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
