import { z } from 'zod';
import { type ErrorCode, errorCodes, errors } from './errors.ts';

export const problemContentType = 'application/problem+json';

/** One field at fault. */
export const fieldError = z
  .strictObject({
    pointer: z
      .string()
      .describe('Where: a JSON Pointer into the body, `?name` for a query parameter, `Name:` for a header.'),
    detail: z.string().describe('What is wrong there, in one sentence.'),
  })
  .describe('One field at fault.');
export type FieldError = z.infer<typeof fieldError>;

/** A refused request, in the form of RFC 9457. */
export const problem = z
  .strictObject({
    type: z.string().describe('Stable address of the kind of problem: /problems/<code>.'),
    title: z.string().describe('The kind of problem in words; the same for every problem of this code.'),
    status: z.int().describe('HTTP status.'),
    code: z.enum(errorCodes).describe('The kind of problem, for programs.'),
    detail: z.string().describe('What is wrong with this very request.'),
    remedy: z.string().describe('What to do about it.'),
    errors: z.array(fieldError).optional().describe('The fields at fault, where fields are.'),
    candidates: z
      .array(z.string())
      .optional()
      .describe('Names of the carriers that the number may belong to, likeliest first.'),
    requestId: z.string().optional().describe('Names the request in the log of the server.'),
  })
  .describe('Why a request was refused, and what to do (RFC 9457).');
export type Problem = z.infer<typeof problem>;

type ProblemExtras = Pick<Problem, 'errors' | 'candidates' | 'requestId'>;

/** The document for one refused request. */
export function problemOf(code: ErrorCode, detail: string, extras: ProblemExtras = {}): Problem {
  const { status, title, remedy } = errors[code];
  return { type: `/problems/${code}`, title, status, code, detail, remedy, ...extras };
}
