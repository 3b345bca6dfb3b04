import type { FastifyRequest } from 'fastify';
import type { AttemptKind } from '../../people/attempts.ts';
import type { People } from '../../people/people.ts';
import { Refusal } from '../refusal.ts';

/** Counts an attempt, or refuses it when there were too many. Whoever was right says so. */
export async function demandAttempt(
  { attempts }: People,
  kind: AttemptKind,
  { request, account = '' }: { request: FastifyRequest; account?: string },
): Promise<{ succeed(): Promise<void> }> {
  const attempt = { address: request.ip, account };
  const retryAfterSeconds = await attempts.take(kind, attempt);
  if (retryAfterSeconds !== null) {
    throw new Refusal('too_many_attempts', 'There were too many attempts in the last quarter of an hour.', {
      retryAfterSeconds,
    });
  }
  return { succeed: () => attempts.succeed(kind, attempt) };
}
