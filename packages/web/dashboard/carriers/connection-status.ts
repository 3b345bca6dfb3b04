import type { FeedView } from '../../api/views.ts';

/** What a new account shows of itself. */
export type ConnectionStatus = 'waiting' | 'received' | 'answered' | 'failing';

type ConnectionFacts = Pick<FeedView, 'lastReceivedAt' | 'lastAskedAt' | 'lastFailure'>;

/** A message is the best sign; a failure counts until one has come; an answer without news shows at least that the credentials hold. */
export function connectionStatusOf({
  lastReceivedAt,
  lastAskedAt,
  lastFailure,
}: ConnectionFacts): ConnectionStatus {
  if (lastReceivedAt !== null && lastFailure === null) return 'received';
  if (lastFailure !== null) return 'failing';
  return lastAskedAt === null ? 'waiting' : 'answered';
}
