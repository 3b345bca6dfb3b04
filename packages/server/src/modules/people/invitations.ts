import type { Role } from '@milepost/contract';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Database } from '../../platform/database/database.ts';
import type { MailDelivery } from '../../platform/mail/mail-delivery.ts';
import { invitationMail } from './mails.ts';
import {
  addInvitation,
  findInvitation,
  type InvitationRow,
  isMemberByEmail,
  type OpenInvitation,
  removeInvitation,
} from './store/invitations.ts';
import { addMember } from './store/members.ts';
import { addPerson, findPasswordHolder } from './store/persons.ts';
import { listWorkspaces } from './store/workspaces.ts';

/**
 * People join a workspace by invitation: an admin invites an e-mail address, and its owner accepts by the
 * link.
 */
export interface Invitations {
  /** Null when the address already belongs to a member. */
  invite(given: Invitation): Promise<Invited | null>;
  /** Null when the link is invalid or has expired. */
  show(token: string): Promise<OpenInvitation | null>;
  accept(given: Acceptance): Promise<Accepted>;
}

export interface Invitation {
  workspaceId: string;
  /** In lower case. */
  email: string;
  role: Role;
  /** Returns the link to the inviting caller even when it is mailed. */
  showLink: boolean;
}

export interface Invited {
  row: InvitationRow;
  isMailed: boolean;
  link: string | null;
}

export interface Acceptance {
  token: string;
  name: string;
  /** A new password, or the current one when the address already has an account. */
  password: string;
}

export type Accepted = { kind: 'done'; email: string } | { kind: 'link_invalid' } | { kind: 'refused' };

export interface InvitationTools {
  publicUrl: string;
  mail: MailDelivery;
  now(): number;
  newId(): string;
  random(count: number): Uint8Array;
  /** Runs work that the request does not wait for. */
  inBackground(work: () => Promise<void>): void;
}

const validForMs = 7 * 24 * 3_600_000;

export function createInvitations(database: Database, tools: InvitationTools): Invitations {
  return {
    invite: (given) => invite(database, given, tools),
    show: (token) => findInvitation(database, token),
    accept: (given) => accept(database, given, tools),
  };
}

async function invite(
  database: Database,
  { workspaceId, email, role, showLink }: Invitation,
  tools: InvitationTools,
): Promise<Invited | null> {
  if (await isMemberByEmail(database, workspaceId, email)) return null;
  const token = Buffer.from(tools.random(32)).toString('base64url');
  const expiresAt = tools.now() + validForMs;
  const row = await addInvitation(database, {
    id: tools.newId(),
    workspaceId,
    email,
    role,
    token,
    expiresAt,
  });
  // Behind the # the token is not sent to servers and appears in no log.
  const link = `${tools.publicUrl}/app/accept-invitation#token=${token}`;
  const isMailed = await tools.mail.isSetUp();
  if (isMailed) {
    const [workspace] = await listWorkspaces(database, workspaceId);
    const mail = invitationMail({ email, role, link, workspace: workspace?.name ?? '', expiresAt });
    tools.inBackground(() => tools.mail.send(mail));
  }
  return { row, isMailed, link: isMailed && !showLink ? null : link };
}

/**
 * For an existing account the link alone is not enough: the invited person must give its password, and the
 * invitation never changes it.
 */
async function accept(
  database: Database,
  { token, name, password }: Acceptance,
  tools: InvitationTools,
): Promise<Accepted> {
  const invitation = await findInvitation(database, token);
  if (!invitation) return { kind: 'link_invalid' };
  const { workspaceId, email, role } = invitation;
  const holder = await findPasswordHolder(database, email);
  if (holder && !(await verifyPassword({ hash: holder.passwordHash, password }))) return { kind: 'refused' };
  const passwordHash = holder ? null : await hashPassword(password);
  return database.transaction(async (queries) => {
    if (!(await removeInvitation(queries, workspaceId, invitation.id))) return { kind: 'link_invalid' };
    const personId = holder?.id ?? tools.newId();
    if (passwordHash !== null && !(await addPerson(queries, { id: personId, email, name, passwordHash }))) {
      throw new Error('An account with this address was created at the same moment.');
    }
    await addMember(queries, { workspaceId, personId, role });
    return { kind: 'done', email };
  });
}
