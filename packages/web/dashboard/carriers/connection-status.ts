import type { FeedView } from '../../api/views.ts';

/** Result of the first contact with a new account. */
export type ConnectionStatus = 'waiting' | 'received' | 'answered' | 'failing';

type ConnectionFacts = Pick<FeedView, 'lastReceivedAt' | 'lastAskedAt' | 'lastFailure'>;

/**
 * A received message is the best proof and a failure outweighs it. A poll without updates at least proves the
 * credentials.
 */
export function connectionStatusOf({
  lastReceivedAt,
  lastAskedAt,
  lastFailure,
}: ConnectionFacts): ConnectionStatus {
  if (lastReceivedAt !== null && lastFailure === null) return 'received';
  if (lastFailure !== null) return 'failing';
  return lastAskedAt === null ? 'waiting' : 'answered';
}
