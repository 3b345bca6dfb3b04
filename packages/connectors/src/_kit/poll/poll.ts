import type { HttpCall } from '../http/http.ts';
import type { AccountSettings } from '../settings.ts';

export interface Poll {
  /**
   * Asks for up to `limits.batchMax` numbers and returns every answer verbatim, to be kept raw before it is
   * decoded. Throws the errors of http/poll-failures.ts and nothing else.
   */
  fetch(numbers: readonly string[], session: PollSession): Promise<PollAnswer[]>;
}

export interface PollAnswer {
  body: string;
  contentType: string | null;
  /** The numbers this answer is about. */
  numbers: readonly string[];
}

/** What one account has at hand while it polls. */
export interface PollSession {
  settings: AccountSettings;
  http: HttpCall;
  /** An OAuth token that outlives the call. */
  token: TokenCache;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Destination postcode of a number, where the carrier needs one and Milepost has one. */
  postcodeOf(trackingNumber: string): string | null;
}

export interface TokenCache {
  /** The cached token; `create` is called when there is none, after it expired, and after `forget`. */
  get(create: () => Promise<Token>): Promise<string>;
  forget(): void;
}

export interface Token {
  value: string;
  expiresInSeconds: number;
}
