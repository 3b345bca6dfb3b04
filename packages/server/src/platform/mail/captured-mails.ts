import type { Mail } from './mail.ts';

export interface CapturedMail extends Mail {
  /** Milliseconds since 1970 UTC. */
  sentAt: number;
}

const capturedMax = 100;

/** The last 100 mails that were captured and not sent; shown at /dev/mail. */
export class CapturedMails {
  #mails: CapturedMail[] = [];

  keep(mail: CapturedMail): void {
    this.#mails = [mail, ...this.#mails].slice(0, capturedMax);
  }

  /** Newest first. */
  list(): readonly CapturedMail[] {
    return this.#mails;
  }
}
