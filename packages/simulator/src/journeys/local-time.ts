import { instantOf, wallClockOf } from '@milepost/domain';

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/** The next moment after `after` at which the clocks of the zone show `hour` (7.5 is half past seven). Milliseconds since 1970 UTC. */
export function nextLocalHour(after: number, zone: string, hour: number): number {
  const wallMs = wallMsOf(after, zone);
  const today = Math.floor(wallMs / dayMs) * dayMs + Math.round(hour * 60) * minuteMs;
  const wanted = today > wallMs ? today : today + dayMs;
  return instantOf(wanted, zone).epochMs;
}

/**
 * The first whole minute not before `at` whose wall clock stands once in the zone. Carriers that send no offset cannot say
 * which of the two hours of an autumn night they mean, and some send no seconds; truth that no carrier can tell would test nothing.
 */
export function nextUnambiguousMinute(at: number, zone: string): number {
  const minute = Math.ceil(at / minuteMs) * minuteMs;
  return isUnambiguous(minute, zone) ? minute : nextUnambiguousMinute(minute + hourMs, zone);
}

/** True when the wall clock of this moment, read back in the zone, gives this moment again and no other. */
export function isUnambiguous(at: number, zone: string): boolean {
  const { epochMs, ambiguous } = instantOf(wallMsOf(at, zone), zone);
  return epochMs === at && !ambiguous;
}

export function isLocalSunday(at: number, zone: string): boolean {
  return new Date(wallMsOf(at, zone)).getUTCDay() === 0;
}

/** The wall clock, read as if it were UTC. */
export function wallMsOf(at: number, zone: string): number {
  return Date.parse(`${wallClockOf(at, zone)}Z`);
}
