/** Operating failures of a poll. The type decides the reaction: there is one for each reaction. */

/** The carrier refuses the credentials: a person must correct the account. */
export class CredentialsRefused extends Error {
  override readonly name = 'CredentialsRefused';
}

/** No answer, or a server error: try again later. */
export class CarrierUnavailable extends Error {
  override readonly name = 'CarrierUnavailable';
}

/**
 * Too many requests: wait for `retryAfterMs`, or for the account's own back-off when the carrier names no
 * time.
 */
export class RateLimited extends Error {
  override readonly name = 'RateLimited';
  readonly retryAfterMs: number | null;

  constructor(message: string, retryAfterMs: number | null) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The carrier refuses the request itself: the same request will not succeed later. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
}

export type PollFailure = CredentialsRefused | CarrierUnavailable | RateLimited | RequestRefused;
