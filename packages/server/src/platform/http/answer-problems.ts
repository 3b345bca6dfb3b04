import { type ErrorCode, type Problem, problemContentType, problemOf } from '@milepost/contract';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseUnavailable, sqlState } from '../database/database.ts';
import { Overloaded } from './overloaded.ts';
import { Refusal } from './refusal.ts';
import { apiHeaders } from './security-headers.ts';

/**
 * Errors → problem documents. An unexpected error is logged and answered as a 500 that reveals no internals.
 */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0]?.slice(0, 200) ?? '';
    return sendProblem(reply, problemOf('route_not_found', `${request.method} ${path} is not served here.`));
  });
}

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { problem, retryAfterSeconds } = problemFrom(error);
  if (problem.status === 500) {
    request.log.error({ err: error, requestId: request.id }, 'A request failed.');
    problem.requestId = request.id;
  }
  if (retryAfterSeconds !== null) reply.header('retry-after', String(retryAfterSeconds));
  return sendProblem(reply, problem);
}

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply
    .code(problem.status)
    .headers(apiHeaders)
    .type(problemContentType)
    .send(JSON.stringify(problem));
}

interface Answer {
  problem: Problem;
  retryAfterSeconds: number | null;
}

function problemFrom(error: unknown): Answer {
  if (error instanceof Refusal) return { problem: error.problem, retryAfterSeconds: error.retryAfterSeconds };
  if (error instanceof Overloaded) {
    return { problem: problemOf('inbox_full', error.message), retryAfterSeconds: error.retryAfterSeconds };
  }
  if (error instanceof DatabaseUnavailable) {
    return { problem: problemOf('database_unavailable', 'Nothing was changed.'), retryAfterSeconds: 2 };
  }
  const code = frameworkCode(error) ?? dataCode(error);
  if (code === null) {
    return {
      problem: problemOf('internal', 'This should not have happened; it is logged.'),
      retryAfterSeconds: null,
    };
  }
  return {
    problem: problemOf(code, frameworkDetails[code] ?? 'The request cannot be read.'),
    retryAfterSeconds: null,
  };
}

const frameworkDetails: Partial<Record<ErrorCode, string>> = {
  body_too_large: 'The body is larger than this route takes.',
  invalid_json: 'The body could not be read as JSON.',
  unsupported_media_type: 'The Content-Type of the body is not one that this route reads.',
  address_too_long: 'The address is longer than the server takes.',
  unavailable: 'The server is stopping.',
};

const byFastifyCode: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
  FST_ERR_BAD_URL: 'route_not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'route_not_found',
  FST_ERR_ASYNC_CONSTRAINT: 'route_not_found',
};

function frameworkCode(error: unknown): ErrorCode | null {
  if (!isFastifyError(error)) return null;
  const known = byFastifyCode[error.code];
  if (known) return known;
  if (error.statusCode === 413) return 'body_too_large';
  if (error.statusCode === 415) return 'unsupported_media_type';
  // JSON.parse and the guard against prototype pollution report refused input as a 400.
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
    ? 'invalid_request'
    : null;
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && ('code' in error || 'statusCode' in error);
}

/**
 * A value that the database refuses (SQLSTATE class 22) is the client's mistake, although a schema should
 * have caught it.
 */
function dataCode(error: unknown): ErrorCode | null {
  return sqlState(error)?.startsWith('22') ? 'invalid_request' : null;
}
