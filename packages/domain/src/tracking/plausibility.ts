import type { Milestone } from '../taxonomy/index.ts';
import { type EventTime, wallMsOf } from '../time/index.ts';

/** Why a single fact is implausible. */
export type Implausibility = 'future' | 'long_past' | 'text_contradicts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A carrier's clock may be slightly ahead. */
const futureToleranceMs = 15 * minuteMs;
/** Local times may be up to fourteen hours ahead of UTC. */
const zonelessToleranceMs = 14 * 60 * minuteMs;
/** Parcel tracking did not exist before; older dates come from unset clocks (1970, 1900). */
const oldestPlausible = Date.UTC(1995, 0, 1);

const factors: Record<Implausibility, number> = { future: 0.3, long_past: 0.1, text_contradicts: 0.5 };

/** Checks one event at its time of receipt (milliseconds since 1970 UTC). Empty if it is plausible. */
export function implausibilitiesOf(
  time: EventTime,
  milestone: Milestone,
  text: string | null,
  receivedAt: number,
): Implausibility[] {
  const found: Implausibility[] = [];
  const wallMs = time.occurredAt ?? wallMsOf(time) ?? 0;
  const tolerance = time.occurredAt === null ? zonelessToleranceMs : futureToleranceMs;
  if (wallMs > receivedAt + tolerance) found.push('future');
  if (wallMs < oldestPlausible) found.push('long_past');
  if (milestone === 'delivered' && text !== null && deniesDelivery(text)) found.push('text_contradicts');
  return found;
}

/** The plausibility factor of a fact with these findings; 1 without any. */
export function plausibilityFactor(found: readonly Implausibility[]): number {
  return found.reduce((product, implausibility) => product * factors[implausibility], 1);
}

// Detects only obvious contradictions. The code decides what an event means, not the text.
const denial =
  /\b(not (?:been )?delivered|undeliver|could not be delivered|delivery (?:failed|attempt)|niet (?:bezorgd|afgeleverd)|nicht zugestellt|non livr[ée])/i;

function deniesDelivery(text: string): boolean {
  return denial.test(text);
}

/** Maximum straight-line speed of a parcel: above the cruising speed of airliners. */
export const speedMaxKmh = 1_100;
/** Minimum distance for a speed check: places are located only by their town. */
export const moveMinKm = 150;
/** If a scan precedes the label by more than this, a clock is wrong or the number was reused. */
export const beforeLabelMaxMs = 2 * dayMs;
