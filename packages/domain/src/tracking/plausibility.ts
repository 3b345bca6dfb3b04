import type { Milestone } from '../taxonomy/index.ts';
import type { EventTime } from '../time/index.ts';
import { wallMsOf } from '../time/index.ts';

/** Why a fact, looked at alone, can hardly be true. */
export type Implausibility = 'future' | 'long_past' | 'text_contradicts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A carrier's clock may be a little ahead of ours. */
const futureToleranceMs = 15 * minuteMs;
/** Without a known zone a wall clock may be fourteen hours ahead of UTC. */
const zonelessToleranceMs = 14 * 60 * minuteMs;
/** Public parcel tracking is younger than this; older dates are unset clocks (1970, 1900). */
const oldestPlausible = Date.UTC(1995, 0, 1);

const factors: Record<Implausibility, number> = { future: 0.3, long_past: 0.1, text_contradicts: 0.5 };

/** Looks at one fact alone, at the moment it was received. */
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

export function plausibilityFactor(found: readonly Implausibility[]): number {
  return found.reduce((product, one) => product * factors[one], 1);
}

// A small net for the grossest contradiction only: codes decide, texts do not.
const denial =
  /\b(not (?:been )?delivered|undeliver|could not be delivered|delivery (?:failed|attempt)|niet (?:bezorgd|afgeleverd)|nicht zugestellt|non livr[ée])/i;

function deniesDelivery(text: string): boolean {
  return denial.test(text);
}

/** Straight-line speed above which no parcel travels: airliners cruise below it. */
export const speedMaxKmh = 1_100;
/** Distance below which a speed says nothing: place look-ups are only as exact as a town. */
export const moveMinKm = 150;
/** A parcel that was delivered this long before its label was made carries a wrong clock or a recycled number. */
export const beforeLabelMaxMs = 2 * dayMs;
