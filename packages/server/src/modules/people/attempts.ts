import type { AttemptCounter } from '../../platform/attempts/attempt-counter.ts';
import { networkOf } from '../../platform/attempts/network-of.ts';

/**
 * Limits attempts at sign-in, codes and links, by the sender's address, by the account, and by both: the
 * first stops one sender that tries many accounts, the second many senders that try one account, and the
 * third stops an ordinary attacker long before the second locks out the account's owner. An attempt counts
 * before it is made (platform/attempts/attempt-counter.ts), and a successful one is taken back. Accounts are
 * counted by what was typed, whether the account exists or not.
 */
const limits = {
  sign_in: { address: 50, account: 100, both: 10 },
  second_factor: { address: 50, account: 50, both: 50 },
  password_reset: { address: 20, account: 5, both: 5 },
  /** Tokens of links, and the code of the first run. */
  link: { address: 50, account: 50, both: 50 },
  /** The password, requested again from a signed-in person. */
  password_check: { address: 50, account: 10, both: 10 },
} as const;

export type AttemptKind = keyof typeof limits;

export interface Attempt {
  address: string;
  /** What identifies the account; empty when the attempt names no account. */
  account: string;
}

const windowMs = 15 * 60_000;
/** An app shows a code for half a minute, and it is taken half a minute before and after. */
const codeWindowMs = 2 * 60_000;

export class Attempts {
  readonly #counter: AttemptCounter;

  constructor(counter: AttemptCounter) {
    this.#counter = counter;
  }

  /** Counts an attempt. Returns the seconds to wait when the limit is exceeded, else null. */
  take(kind: AttemptKind, attempt: Attempt): Promise<number | null> {
    const names = namesOf(kind, attempt);
    const limit = (part: keyof typeof names) => ({ name: names[part], max: limits[kind][part], windowMs });
    const counted = attempt.account === '' ? [limit('address')] : partNames.map(limit);
    return this.#counter.take(counted);
  }

  /**
   * The attempt succeeded: it does not count, and earlier ones at this account from this address are removed.
   */
  async succeed(kind: AttemptKind, attempt: Attempt): Promise<void> {
    const { address, account, both } = namesOf(kind, attempt);
    if (attempt.account === '') return this.#counter.takeBack([address]);
    await this.#counter.takeBack([address, account]);
    await this.#counter.forget(both);
  }

  /** False when the person used this code of an app before, while it could still be taken. */
  async isFirstUse(personId: string, code: string): Promise<boolean> {
    const use = { name: `code ${code} of ${personId}`, max: 1, windowMs: codeWindowMs };
    return (await this.#counter.take([use])) === null;
  }
}

const partNames = ['address', 'account', 'both'] as const;

function namesOf(kind: AttemptKind, { address, account }: Attempt) {
  const network = networkOf(address);
  return {
    address: `${kind} from ${network}`,
    account: `${kind} at ${account}`,
    both: `${kind} at ${account} from ${network}`,
  };
}
