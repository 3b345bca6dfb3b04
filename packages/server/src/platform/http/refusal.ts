import { type ErrorCode, type FieldError, type Problem, problemOf } from '@milepost/contract';

interface RefusalExtras {
  errors?: FieldError[];
  candidates?: string[];
  retryAfterSeconds?: number;
}

/** A request that is answered with a problem document; platform/http/answer-problems.ts writes it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;
  readonly retryAfterSeconds: number | null;

  constructor(code: ErrorCode, detail: string, extras: RefusalExtras = {}) {
    super(detail);
    const { retryAfterSeconds, ...shown } = extras;
    this.problem = problemOf(code, detail, shown);
    this.retryAfterSeconds = retryAfterSeconds ?? null;
  }
}

/** The same answer whether the thing belongs to another workspace or does not exist. */
export function notFound(what: string): Refusal {
  return new Refusal('not_found', `There is no such ${what} in this workspace.`);
}
