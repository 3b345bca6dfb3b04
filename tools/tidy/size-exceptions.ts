/**
 * What is larger than the limits and may stay so for now. The list can only shrink: an entry that no longer
 * bites fails the test, and so does one that has grown beyond the size noted here. Say why; "not yet split"
 * is not a reason.
 */
export interface SizeException {
  /** `path`, or `path#function` for a function. */
  readonly subject: string;
  readonly lines: number;
  readonly reason: string;
}

export const sizeExceptions: readonly SizeException[] = [];
