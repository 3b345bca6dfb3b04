import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../../platform/http/refusal.ts';
import type { AttemptKind } from '../attempts.ts';
import type { People } from '../people.ts';

/** Counts an attempt, or refuses it when there were too many. Call `succeed` when the attempt was right. */
export async function countAttempt(
  { attempts }: People,
  kind: AttemptKind,
  { request, account = '' }: { request: FastifyRequest; account?: string },
): Promise<{ succeed(): Promise<void> }> {
  const attempt = { address: request.ip, account };
  const retryAfterSeconds = await attempts.take(kind, attempt);
  if (retryAfterSeconds !== null) {
    throw new Refusal('too_many_attempts', 'There were too many attempts in the last 15 minutes.', {
      retryAfterSeconds,
    });
  }
  return { succeed: () => attempts.succeed(kind, attempt) };
}
