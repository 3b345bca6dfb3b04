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

/** How people come into a workspace: an admin invites an address, and whoever holds the link accepts. */
export interface Invitations {
  /** Null when the address belongs to the workspace already. */
  invite(given: Invitation): Promise<Invited | null>;
  /** Null when the link does not hold. */
  show(token: string): Promise<OpenInvitation | null>;
  accept(given: Acceptance): Promise<Accepted>;
}

export interface Invitation {
  workspaceId: string;
  /** In small letters. */
  email: string;
  role: Role;
  /** Shows the link to whoever invites although a mail is sent. */
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
  /** To choose, or for who has an account: the one of that. */
  password: string;
}

export type Accepted = { kind: 'done'; email: string } | { kind: 'link_invalid' } | { kind: 'refused' };

export interface InvitationTools {
  publicUrl: string;
  mail: MailDelivery;
  now(): number;
  newId(): string;
  random(count: number): Uint8Array;
  /** Does what nobody waits for. */
  inBackground(work: () => Promise<void>): void;
}

const holdsMs = 7 * 24 * 3_600_000;

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
  const expiresAt = tools.now() + holdsMs;
  const row = await addInvitation(database, {
    id: tools.newId(),
    workspaceId,
    email,
    role,
    token,
    expiresAt,
  });
  // Behind the # it is sent to no server and written to no log.
  const link = `${tools.publicUrl}/app/accept-invitation#token=${token}`;
  const isMailed = await tools.mail.isSetUp();
  if (isMailed) {
    const [workspace] = await listWorkspaces(database, workspaceId);
    const mail = invitationMail({ email, role, link, workspace: workspace?.name ?? '', expiresAt });
    tools.inBackground(() => tools.mail.send(mail));
  }
  return { row, isMailed, link: isMailed && !showLink ? null : link };
}

/** Who has an account proves it by its password: the link alone adds a workspace to nobody's account, and sets nobody's password. */
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
      throw new Error('The address got an account at the same moment.');
    }
    await addMember(queries, { workspaceId, personId, role });
    return { kind: 'done', email };
  });
}
