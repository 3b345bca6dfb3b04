import type { CapturedMails } from './captured-mails.ts';
import type { Mail } from './mail.ts';

/** Where mails go: captured where the installation says so, else to the mail server, else nowhere. */
export interface MailDelivery {
  /** False when mails cannot be sent, so that links must be handed over by hand. */
  isSetUp(): Promise<boolean>;
  /** Throws when the mail could not be sent. */
  send(mail: Mail): Promise<void>;
}

export interface MailDeliveryOptions {
  /** Null when no mail server is configured. */
  smtp: { send(mail: Mail): Promise<void> } | null;
  captured: CapturedMails;
  /** Whether mails are shown at /dev/mail and not sent. */
  isCapturing(): Promise<boolean>;
  now(): number;
}

export function createMailDelivery({ smtp, captured, isCapturing, now }: MailDeliveryOptions): MailDelivery {
  return {
    isSetUp: async () => smtp !== null || (await isCapturing()),
    send: async (mail) => {
      if (await isCapturing()) return captured.keep({ ...mail, sentAt: now() });
      if (smtp === null) {
        throw new Error('A mail could not be sent, because MILEPOST_SMTP_URL names no mail server.');
      }
      await smtp.send(mail);
    },
  };
}
