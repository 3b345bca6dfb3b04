import type { FeedState } from '@milepost/contract';

/** What the health of a feed is assessed by. Instants are milliseconds since 1970 UTC. */
export interface FeedSigns {
  createdAt: number;
  pollEnabled: boolean;
  lastReceivedAt: number | null;
  lastPolledAt: number | null;
  lastFailure: string | null;
  failures: number;
  /** Shipments of the carrier that are under way. */
  underWay: number;
}

const hourMs = 3_600_000;
/** Hubs scan around the clock, but the parcels of a small sender may not be scanned overnight. */
const lateAfterMs = 6 * hourMs;
const silentAfterMs = 24 * hourMs;

/**
 * The state of a feed, and the reason as a sentence. A successful poll counts as received even when nothing
 * was new.
 */
export function assessFeedHealth(signs: FeedSigns, now: number): { state: FeedState; rule: string } {
  const { failures, lastFailure, underWay } = signs;
  if (lastFailure !== null && failures > 0) {
    return {
      state: 'failing',
      rule: `The last ${failures === 1 ? 'request' : `${failures} requests`} to the carrier failed: ${lastFailure}`,
    };
  }
  if (underWay === 0)
    return { state: 'idle', rule: 'No shipment of this carrier is under way, so no message is expected.' };
  const receivedAt = Math.max(signs.lastReceivedAt ?? 0, (signs.pollEnabled && signs.lastPolledAt) || 0);
  const quietMs = now - (receivedAt || signs.createdAt);
  const expected = `${counted(underWay, 'shipment')} under way`;
  if (quietMs < lateAfterMs) {
    const rule =
      receivedAt === 0
        ? 'The account is new; nothing was received yet.'
        : `Received within the last ${hours(lateAfterMs)} hours.`;
    return { state: 'fresh', rule };
  }
  const since = receivedAt === 0 ? 'since the account was added' : 'since the last message';
  const state = quietMs < silentAfterMs ? 'late' : 'silent';
  const limitMs = state === 'late' ? lateAfterMs : silentAfterMs;
  return {
    state,
    rule: `${hours(quietMs)} hours ${since}, with ${expected}; ${state} after ${hours(limitMs)} hours.`,
  };
}

function hours(ms: number): number {
  return Math.floor(ms / hourMs);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
