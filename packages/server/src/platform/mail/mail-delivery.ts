import type { KeptMails } from './kept-mails.ts';
import type { Mail } from './mail.ts';

/** Where mails go: kept in a demo, else to the mail server, else nowhere. */
export interface MailDelivery {
  /** False where a mail would reach nobody, so that links must be handed over by hand. */
  isSetUp(): Promise<boolean>;
  /** Throws when the mail could not be handed over. */
  send(mail: Mail): Promise<void>;
}

export interface MailDeliveryOptions {
  /** Null where no mail server is set. */
  smtp: { send(mail: Mail): Promise<void> } | null;
  kept: KeptMails;
  isDemo(): Promise<boolean>;
  now(): number;
}

export function createMailDelivery({ smtp, kept, isDemo, now }: MailDeliveryOptions): MailDelivery {
  return {
    isSetUp: async () => smtp !== null || (await isDemo()),
    send: async (mail) => {
      if (await isDemo()) return kept.keep({ ...mail, sentAt: now() });
      if (smtp === null) {
        throw new Error('A mail could not be sent, because MILEPOST_SMTP_URL names no mail server.');
      }
      await smtp.send(mail);
    },
  };
}
