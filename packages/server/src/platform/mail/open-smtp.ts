import { createTransport } from 'nodemailer';
import type { Mail } from './mail.ts';

export interface Smtp {
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface SmtpOptions {
  /** smtp://… or smtps://…, with user and password where the server wants them. */
  url: string;
  /** Whom the mails come from, such as `Milepost <parcels@shop.example>`. */
  from: string;
}

const waitMs = 15_000;

/** A mail server. `send` throws when it does not take a mail. */
export function openSmtp({ url, from }: SmtpOptions): Smtp {
  const transport = createTransport({
    url,
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    // Texts are ours; nothing is ever read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
    },
    close: () => transport.close(),
  };
}
