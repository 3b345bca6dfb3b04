import { instantOf, wallClockOf } from '@milepost/domain';
import type { OverviewRules } from './store/overview.ts';

const dayMs = 86_400_000;
/** Longer than a weekend. */
const notMovedDays = 3;

/** Milestones of shipments that are at risk when they are due: not out for delivery yet. */
const atRisk = ['pending', 'info_received', 'in_transit'];
/** Milestones at which a shipment should move. Parcels at a pickup point or waiting for the sender do not. */
const moving = ['in_transit', 'out_for_delivery', 'returning'];

export const lookBackRules = { atRisk, moving };

/** The rules of the figures for today in a time zone; `day` is its date there. */
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
    // Movement is stored as a UTC date, so that most events of a day do not change it.
    notMovedSince: new Date(now - notMovedDays * dayMs).toISOString().slice(0, 10),
  };
}

function startOf(day: string, zone: string): number {
  return instantOf(Date.parse(`${day}T00:00:00Z`), zone).epochMs;
}

/** The date `days` days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
