/** Mails to people. They are plain text, which every mail program shows, and every link is visible. */
import { type Role, roles } from '@milepost/contract';
import type { Mail } from '../../platform/mail/mail.ts';

export function resetMail(to: { email: string; name: string }, link: string): Mail {
  return {
    to: to.email,
    subject: 'Set a new password for Milepost',
    text: `Hello ${to.name},

We received a request to set a new password for your Milepost account.
Open this link within an hour:

${link}

If you did not ask for this, ignore this mail: your password stays the same,
and the link expires by itself.
`,
  };
}

export interface InvitationFacts {
  email: string;
  role: Role;
  workspace: string;
  link: string;
  /** Milliseconds since 1970 UTC. */
  expiresAt: number;
}

export function invitationMail({ email, role, workspace, link, expiresAt }: InvitationFacts): Mail {
  const until = new Date(expiresAt).toISOString().slice(0, 10);
  return {
    to: email,
    subject: `You are invited to ${workspace} on Milepost`,
    text: `Hello,

You are invited to ${workspace} on Milepost, which shows where everything is that was ordered and
is on its way. Your role there: ${role.replaceAll('_', ' ')}. ${roles[role]}

Open this link until ${until} to accept:

${link}

If you do not know what this is about, ignore this mail: nothing happens unless you open the link.
`,
  };
}
