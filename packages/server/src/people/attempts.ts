import { isIPv6 } from 'node:net';

/**
 * Counts attempts at what may be guessed or abused, by the sender's address, by the account that is meant, and by both together: the first stops one who
 * tries many accounts, the second many who try one account, and the third stops an ordinary guesser long before the owner of the account is kept out by
 * the second. An attempt counts before it is made, so that many at once gain nothing, and a right one is taken back. Accounts are counted by what was
 * typed, whether there is such an account or not.
 *
 * Each process counts for itself: with several behind one address, the limits are that many times as high.
 */
const limits = {
  sign_in: { address: 50, account: 100, both: 10 },
  second_factor: { address: 50, account: 50, both: 50 },
  password_reset: { address: 20, account: 5, both: 5 },
  /** Tokens of links, and the code of the first run. */
  link: { address: 50, account: 50, both: 50 },
  /** A password asked again of whoever is signed in. */
  password_check: { address: 50, account: 10, both: 10 },
} as const;

export type AttemptKind = keyof typeof limits;

export interface Attempt {
  address: string;
  /** Whatever names the account; empty where none is named. */
  account: string;
}

const windowMs = 15 * 60_000;
/** What is remembered at most; beyond it the oldest goes. */
const keysMax = 100_000;

interface Count {
  count: number;
  until: number;
}

export class Attempts {
  readonly #counts = new Map<string, Count>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts an attempt. Gives the seconds to wait when it is one too many, else null. */
  take(kind: AttemptKind, attempt: Attempt): number | null {
    const now = this.#now();
    const counts = keysOf(kind, attempt).map(({ key, max }) => ({ max, count: this.#countOf(key, now) }));
    const full = counts.filter(({ max, count }) => count.count >= max);
    if (full.length > 0) {
      return Math.ceil((Math.max(...full.map(({ count }) => count.until)) - now) / 1_000);
    }
    for (const { count } of counts) count.count += 1;
    return null;
  }

  /** The attempt was right: it does not count, and neither do the former ones at this account from this address. */
  succeed(kind: AttemptKind, attempt: Attempt): void {
    for (const { key, part } of keysOf(kind, attempt)) {
      const count = this.#counts.get(key);
      if (!count) continue;
      if (part === 'both') this.#counts.delete(key);
      else count.count = Math.max(0, count.count - 1);
    }
  }

  #countOf(key: string, now: number): Count {
    const known = this.#counts.get(key);
    if (known && known.until > now) return known;
    const fresh = { count: 0, until: now + windowMs };
    // Set anew, so that the map stays in the order in which windows end.
    this.#counts.delete(key);
    this.#counts.set(key, fresh);
    this.#dropOld(now);
    return fresh;
  }

  #dropOld(now: number): void {
    for (const [key, { until }] of this.#counts) {
      if (until > now && this.#counts.size <= keysMax) return;
      this.#counts.delete(key);
    }
  }
}

interface Key {
  key: string;
  part: 'address' | 'account' | 'both';
  max: number;
}

function keysOf(kind: AttemptKind, { address, account }: Attempt): Key[] {
  const network = networkOf(address);
  const { address: addressMax, account: accountMax, both: bothMax } = limits[kind];
  const byAddress: Key = { key: `${kind} from ${network}`, part: 'address', max: addressMax };
  if (account === '') return [byAddress];
  return [
    byAddress,
    { key: `${kind} at ${account}`, part: 'account', max: accountMax },
    { key: `${kind} at ${account} from ${network}`, part: 'both', max: bothMax },
  ];
}

/** An IPv6 customer has at least 2^64 addresses (RFC 6177), so the first four groups stand for all of them. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
