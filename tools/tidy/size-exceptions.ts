/**
 * Files and functions that may exceed the limits for now. The list only shrinks: an entry that is no longer
 * needed fails the test, and so does one that exceeds the size noted here. The reason must explain the size;
 * "not yet split" is not a reason.
 */
export interface SizeException {
  /** `path`, or `path#function` for a function. */
  readonly subject: string;
  readonly lines: number;
  readonly reason: string;
}

export const sizeExceptions: readonly SizeException[] = [];
