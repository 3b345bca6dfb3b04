import { createTransport } from 'nodemailer';
import type { Mail } from './mail.ts';

export interface Smtp {
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface SmtpOptions {
  /** smtp://… or smtps://…, with user and password where the server requires them. */
  url: string;
  /** The sender of the mails, such as `Milepost <parcels@shop.example>`. */
  from: string;
}

const waitMs = 15_000;

/** A mail server. `send` throws when it does not accept a mail. */
export function openSmtp({ url, from }: SmtpOptions): Smtp {
  const transport = createTransport({
    url,
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    // The texts are ours; nothing is read from a file or an address.
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
