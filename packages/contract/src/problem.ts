import { z } from 'zod';
import { type ErrorCode, errorCodes, errors } from './errors.ts';

/** The media type of error responses (RFC 9457). */
export const problemContentType = 'application/problem+json';

/** One invalid field of a request. */
export const fieldError = z
  .strictObject({
    pointer: z
      .string()
      .describe(
        'Location: a JSON Pointer into the body, `?name` for a query parameter, `Name:` for a header.',
      ),
    detail: z.string().describe('The problem in one sentence.'),
  })
  .describe('One invalid field.');
export type FieldError = z.infer<typeof fieldError>;

/** An error response: a problem document (RFC 9457). */
export const problem = z
  .strictObject({
    type: z.string().describe('Stable URI of the kind of problem: /problems/<code>.'),
    title: z.string().describe('The kind of problem in words; the same for every problem with this code.'),
    status: z.int().describe('HTTP status.'),
    code: z.enum(errorCodes).describe('The kind of problem, for use in programs.'),
    detail: z.string().describe('The problem of this request.'),
    remedy: z.string().describe('What to do.'),
    errors: z.array(fieldError).optional().describe('The invalid fields, if any.'),
    candidates: z
      .array(z.string())
      .optional()
      .describe('Names of the carriers that the number may belong to, most likely first.'),
    requestId: z.string().optional().describe('Id of the request in the server log.'),
  })
  .describe('A problem document (RFC 9457).');
export type Problem = z.infer<typeof problem>;

type ProblemExtras = Pick<Problem, 'errors' | 'candidates' | 'requestId'>;

/** The problem document of an error; title, status and remedy come from the error table. */
export function problemOf(code: ErrorCode, detail: string, extras: ProblemExtras = {}): Problem {
  const { status, title, remedy } = errors[code];
  return { type: `/problems/${code}`, title, status, code, detail, remedy, ...extras };
}
