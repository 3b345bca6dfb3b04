import type { FeedState } from '@milepost/contract';

/** What the state of a feed is told from. Instants are milliseconds since 1970 UTC. */
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
/** Carriers scan around the clock at hubs, but a small sender's parcels rest for a night. */
const lateAfterMs = 6 * hourMs;
const silentAfterMs = 24 * hourMs;

/** How a feed is, and the rule that says so. A successful question counts as being heard even when nothing was new. */
export function judgeFeed(signs: FeedSigns, now: number): { state: FeedState; rule: string } {
  const { failures, lastFailure, underWay } = signs;
  if (lastFailure !== null && failures > 0) {
    return {
      state: 'failing',
      rule: `The last ${counted(failures, 'question')} to the carrier failed: ${lastFailure}`,
    };
  }
  if (underWay === 0)
    return { state: 'idle', rule: 'No shipment of this carrier is under way, so nothing is awaited.' };
  const heardAt = Math.max(signs.lastReceivedAt ?? 0, (signs.pollEnabled && signs.lastPolledAt) || 0);
  const quietMs = now - (heardAt || signs.createdAt);
  const awaited = `${counted(underWay, 'shipment')} under way`;
  if (quietMs < lateAfterMs) {
    const rule =
      heardAt === 0
        ? 'The account is new; nothing was heard yet.'
        : `Heard within the last ${hours(lateAfterMs)} hours.`;
    return { state: 'fresh', rule };
  }
  const since = heardAt === 0 ? 'since the account was added' : 'since it was last heard';
  const state = quietMs < silentAfterMs ? 'late' : 'silent';
  const limitMs = state === 'late' ? lateAfterMs : silentAfterMs;
  return {
    state,
    rule: `${hours(quietMs)} hours ${since}, with ${awaited}; ${state} from ${hours(limitMs)} hours on.`,
  };
}

function hours(ms: number): number {
  return Math.floor(ms / hourMs);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
