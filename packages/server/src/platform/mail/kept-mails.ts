import type { Mail } from './mail.ts';

export interface KeptMail extends Mail {
  /** Milliseconds since 1970 UTC. */
  sentAt: number;
}

const keptMax = 100;

/** The mails of a demo: they go nowhere, and are shown at /dev/mail until newer ones take their place. */
export class KeptMails {
  #mails: KeptMail[] = [];

  keep(mail: KeptMail): void {
    this.#mails = [mail, ...this.#mails].slice(0, keptMax);
  }

  /** Newest first. */
  list(): readonly KeptMail[] {
    return this.#mails;
  }
}
