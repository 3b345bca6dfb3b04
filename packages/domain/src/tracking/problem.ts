/** Why a part of a message could not be decoded to a fact. The review queue is grouped by kind. */
export const problemKinds = {
  unknown_code: 'The code is not mapped. Map it, or mark it as ignored with a reason.',
  unreadable_payload: 'The message does not match the documented format. Check the raw message.',
  unreadable_event: 'One event of the message could not be read. The others were kept.',
  unreadable_time: 'The time of an event could not be read. The event was skipped.',
  unknown_carrier_number: 'The message contains no tracking number.',
  carrier_error: 'The carrier responded with an error.',
  partial_answer: 'The carrier responded for some of the numbers only.',
  not_tracking: 'A valid message without tracking data (for example a subscription confirmation).',
  internal: 'Processing failed because of a bug. The message is kept and can be replayed.',
} as const;

export type ProblemKind = keyof typeof problemKinds;

/** A part of a message that could not be decoded. */
export interface Problem {
  kind: ProblemKind;
  /** One sentence with the field and the value found. Must not contain secrets. */
  detail: string;
  /** JSON Pointer (RFC 6901) or line number in the message. */
  pointer: string;
  /** For unknown_code: the unmapped code, used for grouping. */
  code?: string;
}
