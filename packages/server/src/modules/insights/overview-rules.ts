import { instantOf, wallClockOf } from '@milepost/domain';
import type { OverviewRules } from './store/overview.ts';

const dayMs = 86_400_000;
/** A weekend and a day. */
const notMovedDays = 3;

/** Not yet with the driver on the day on which it is due. */
const atRisk = ['pending', 'info_received', 'in_transit'];
/** What lies at a shop or waits for its sender is not expected to move. */
const moving = ['in_transit', 'out_for_delivery', 'returning'];

export const lookBackRules = { atRisk, moving };

/** What counts today, in a time zone; `day` is its date there. */
export function overviewRulesAt(now: number, zone: string): OverviewRules & { day: string } {
  const day = wallClockOf(now, zone).slice(0, 10);
  const from = startOf(day, zone);
  const before = startOf(dayAfter(day, 1), zone);
  return {
    day,
    atRisk,
    moving,
    dueBefore: before,
    deliveredFrom: from,
    deliveredBefore: before,
    // Movement counts by days in UTC, so that most events of a day change nothing here.
    notMovedSince: new Date(now - notMovedDays * dayMs).toISOString().slice(0, 10),
  };
}

function startOf(day: string, zone: string): number {
  return instantOf(Date.parse(`${day}T00:00:00Z`), zone).epochMs;
}

/** The date so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
