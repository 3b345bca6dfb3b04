import { CredentialsRefused, RateLimited, RequestRefused } from '@milepost/connectors';
import { endedMilestones } from '@milepost/domain';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * The delay before the next poll of a number: short when a change is likely, longer the longer nothing
 * changed. Null when polling ends.
 */
export function pollDelayMs(
  target: { milestone: string; lastEventAt: number | null; createdAt: number },
  now: number,
): number | null {
  const quietMs = now - (target.lastEventAt ?? target.createdAt);
  if (quietMs > 90 * dayMs) return null;
  const base = baseDelayMs(target.milestone);
  if (base === null) return quietMs > 5 * dayMs ? null : 12 * hourMs;
  return Math.min(12 * hourMs, base * (1 + quietMs / (2 * dayMs)));
}

/**
 * Null for a shipment that ended. It is polled for a few days more, because signatures and returns are
 * reported late.
 */
function baseDelayMs(milestone: string): number | null {
  switch (milestone) {
    case 'out_for_delivery':
      return 15 * minuteMs;
    case 'attempt_failed':
    case 'exception':
      return 45 * minuteMs;
    case 'in_transit':
    case 'available_for_pickup':
      return hourMs;
    default:
      return hasEnded(milestone) ? null : 2 * hourMs;
  }
}

function hasEnded(milestone: string): boolean {
  return endedMilestones.some((ended) => ended === milestone);
}

/**
 * The pause of an account after a failed call, with jitter so that accounts do not return together. `random`
 * returns [0, 1).
 */
export function pauseMsAfter(failure: unknown, failures: number, random: () => number): number {
  if (failure instanceof RateLimited) return failure.retryAfterMs ?? backoffMs(failures, random);
  if (failure instanceof CredentialsRefused) return hourMs;
  if (failure instanceof RequestRefused) return 10 * minuteMs;
  return backoffMs(failures, random);
}

function backoffMs(failures: number, random: () => number): number {
  const full = Math.min(30 * minuteMs, 2_000 * 2 ** Math.min(failures, 12));
  return full * (0.5 + random() / 2);
}
