import { createHmac, hkdfSync } from 'node:crypto';
import { AttemptCounter } from '../../platform/attempts/attempt-counter.ts';
import type { Database } from '../../platform/database/database.ts';
import type { MailDelivery } from '../../platform/mail/mail-delivery.ts';
import { Attempts } from './attempts.ts';
import { type Background, createBackground } from './background.ts';
import { createFirstRun, type FirstRun } from './first-run.ts';
import { createInvitations, type Invitations } from './invitations.ts';
import { resetMail } from './mails.ts';
import { createSignIn, type SignIn } from './sign-in.ts';

/** The services of this module. */
export interface People {
  signIn: SignIn;
  attempts: Attempts;
  invitations: Invitations;
  firstRun: FirstRun;
  background: Background;
}

export interface PeopleOptions {
  database: Database;
  /** The installation's key, 32 bytes; the keys used here are derived from it. */
  secretKey: Uint8Array;
  publicUrl: string;
  mail: MailDelivery;
  now(): number;
  newId(): string;
  random(count: number): Uint8Array;
  warn(message: string): void;
  onFailure(error: unknown): void;
}

export function createPeople(options: PeopleOptions): People {
  const { database, secretKey, publicUrl, mail } = options;
  const secret = Buffer.from(hkdfSync('sha256', secretKey, '', 'milepost sign-in', 32)).toString('base64url');
  const background = createBackground(options.onFailure);
  return {
    background,
    attempts: new Attempts(counterOf(options, secret)),
    firstRun: createFirstRun(database, secret, options.newId),
    invitations: createInvitations(database, { ...options, inBackground: background.run }),
    signIn: createSignIn({
      ...options,
      secret,
      sendResetMail: (person, token) =>
        mail.send(resetMail(person, `${publicUrl}/app/reset-password#token=${token}`)),
    }),
  };
}

function counterOf({ database, now }: PeopleOptions, secret: string): AttemptCounter {
  const pseudonym = (text: string): string =>
    createHmac('sha256', secret).update(`attempt ${text}`).digest('base64url').slice(0, 24);
  return new AttemptCounter({ queries: database, now, pseudonym });
}
