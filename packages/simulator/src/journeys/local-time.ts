import { instantOf, wallClockOf } from '@milepost/domain';

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/**
 * The next instant after `after` at which the clocks of the zone show `hour` (7.5 is half past seven), in
 * milliseconds since 1970 UTC.
 */
export function nextLocalHour(after: number, zone: string, hour: number): number {
  const wallMs = wallMsOf(after, zone);
  const today = Math.floor(wallMs / dayMs) * dayMs + Math.round(hour * 60) * minuteMs;
  const wanted = today > wallMs ? today : today + dayMs;
  return instantOf(wanted, zone).epochMs;
}

/**
 * The first whole minute at or after `at` whose wall clock is unambiguous in the zone. Carriers that send no
 * offset cannot distinguish the two repeated hours in autumn, and some send no seconds. A truth that no
 * carrier can report would test nothing.
 */
export function nextUnambiguousMinute(at: number, zone: string): number {
  const minute = Math.ceil(at / minuteMs) * minuteMs;
  return isUnambiguous(minute, zone) ? minute : nextUnambiguousMinute(minute + hourMs, zone);
}

/** True when the wall clock of this instant maps back to this instant and to no other. */
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
