import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { Refusal } from './refusal.ts';
import { abandonRequest, beginRequest, finishRequest, type KeyedRequest } from './store/idempotency.ts';

export interface KeyedAnswer {
  status: number;
  body?: unknown;
}

interface Subject {
  workspaceId: string;
  operation: string;
  body: unknown;
}

const keyLengthMax = 255;

/**
 * Answers a repeated request like the first one. Refusals are stored too; failures of the server are not, so
 * that the request can be repeated.
 */
export async function withIdempotency(
  database: Database,
  header: string | string[] | undefined,
  about: Subject,
  handle: () => Promise<KeyedAnswer>,
): Promise<KeyedAnswer> {
  if (header === undefined) return handle();
  const request = keyedRequest(header, about);
  const beginning = await beginRequest(database, request);
  if (beginning.kind === 'mismatch') {
    throw new Refusal('idempotency_mismatch', 'The key came before with another body or for another route.');
  }
  if (beginning.kind === 'in_progress') {
    throw new Refusal('idempotency_in_progress', 'The first request with this key is not answered yet.', {
      retryAfterSeconds: 1,
    });
  }
  if (beginning.kind === 'answered') return { status: beginning.status, body: beginning.response };
  return answerOnce(database, request, handle);
}

async function answerOnce(
  database: Database,
  request: KeyedRequest,
  handle: () => Promise<KeyedAnswer>,
): Promise<KeyedAnswer> {
  try {
    const answer = await handle();
    await finishRequest(database, request, answer.status, answer.body);
    return answer;
  } catch (error) {
    if (error instanceof Refusal && error.problem.status < 500) {
      await finishRequest(database, request, error.problem.status, error.problem);
    } else {
      await abandonRequest(database, request).catch(() => undefined);
    }
    throw error;
  }
}

function keyedRequest(header: string | string[], { workspaceId, operation, body }: Subject): KeyedRequest {
  const key = Array.isArray(header) ? header.join(',') : header;
  if (key === '' || key.length > keyLengthMax) {
    const detail = `Must be 1 to ${keyLengthMax} characters long.`;
    throw new Refusal('invalid_request', `Idempotency-Key: ${detail}`, {
      errors: [{ pointer: 'Idempotency-Key:', detail }],
    });
  }
  const hash = createHash('sha256').update(operation).update(JSON.stringify(body)).digest();
  return { workspaceId, key, hash };
}
