/** Why a part of a message could not become a fact. Each kind is one group in the review queue. */
export const problemKinds = {
  unknown_code: 'The code is in no table. Map it, or mark it as ignored with a reason.',
  unreadable_payload: 'The message is not in the form its sender documents. Look at the raw message.',
  unreadable_event: 'One event of the message could not be read; the others were kept.',
  unreadable_time: 'The time of an event could not be read; the event was left out.',
  unknown_carrier_number: 'The message names no tracking number.',
  carrier_error: 'The carrier answered with an error of its own.',
  partial_answer: 'The carrier answered for some of the numbers only.',
  not_tracking: 'A valid message that carries no tracking (a subscription receipt, for example).',
  internal: 'We failed on this message. It is kept and can be replayed.',
} as const;

export type ProblemKind = keyof typeof problemKinds;

export interface Problem {
  kind: ProblemKind;
  /** One sentence naming the field and what was found. Never holds a secret. */
  detail: string;
  /** JSON Pointer (RFC 6901) or line number into the message. */
  pointer: string;
  /** For unknown_code: the code that has no fate yet, to group by. */
  code?: string;
}
