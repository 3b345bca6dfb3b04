import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Mail } from '../../platform/mail/mail.ts';

/** A mail server that accepts every mail and keeps it. */
export interface Mailbox {
  url: string;
  /** Waits for the next mail to this address. */
  next(to: string): Promise<Mail>;
  readonly count: number;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: Mail[] = [];
  const waiting = new Map<string, (mail: Mail) => void>();
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const mail = readMail(to, Buffer.concat(parts).toString('utf8'));
        count += 1;
        const resolve = waiting.get(to);
        waiting.delete(to);
        if (resolve) resolve(mail);
        else mails.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  // Listening on TCP, the server has an address with a port.
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    get count() {
      return count;
    },
    next: (to) => {
      const index = mails.findIndex((mail) => mail.to === to);
      const [mail] = index < 0 ? [] : mails.splice(index, 1);
      return mail ? Promise.resolve(mail) : new Promise((resolve) => waiting.set(to, resolve));
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Our mails are short plain texts, which arrive unencoded or as quoted-printable. */
function readMail(to: string, raw: string): Mail {
  const [head = '', body = ''] = raw.split(/\r\n\r\n(.*)/s);
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/im.exec(head)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ') ?? '';
  const isQuoted = /quoted-printable/i.test(head);
  const text = isQuoted
    ? body
        .replaceAll(/=\r\n/g, '')
        .replaceAll(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : body;
  return { to, subject, text };
}

/** The token in a mailed link. */
export function tokenIn({ text }: Mail): string {
  return /#token=(\S+)/.exec(text)?.[1] ?? '';
}
