/** Operating failures of a poll. The type decides the reaction, so there are four and not forty. */

/** The carrier refuses who we are: the account needs a person. */
export class CredentialsRefused extends Error {
  override readonly name = 'CredentialsRefused';
}

/** No answer, or an answer of the 5xx kind: try again later. */
export class CarrierUnavailable extends Error {
  override readonly name = 'CarrierUnavailable';
}

/** Too many requests: wait as long as told, or as long as the account's own back-off says when nothing was told. */
export class RateLimited extends Error {
  override readonly name = 'RateLimited';
  readonly retryAfterMs: number | null;

  constructor(message: string, retryAfterMs: number | null) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The carrier refuses the request itself: asking again the same way is of no use. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
}

export type PollFailure = CredentialsRefused | CarrierUnavailable | RateLimited | RequestRefused;
