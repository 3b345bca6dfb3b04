import type { ExceptionRule, RuleSubject } from './rule.ts';

/** Two days: a parcel handed over on a Friday evening is normally scanned at a hub by Sunday night. */
const gracePeriodMs = 48 * 3_600_000;

/**
 * The label exists, but the carrier has not scanned the parcel. The period starts at the label if its time is
 * known, otherwise at the registration.
 *
 * Before: label on Monday 10:00, no event since. After: an exception is open from Wednesday 10:00 until the
 * first scan.
 */
export const noFirstScan: ExceptionRule = {
  code: 'no_first_scan',
  meaning: 'The label was created, but the carrier has not scanned the parcel within two days.',
  severity: 'warning',
  settleMs: 30_000,
  dueAt: (subject) => (awaitsFirstScan(subject) ? periodStart(subject) + gracePeriodMs : null),
  check(subject, now) {
    if (!awaitsFirstScan(subject) || now < periodStart(subject) + gracePeriodMs) return null;
    const hours = Math.floor((now - periodStart(subject)) / 3_600_000);
    return { cause: 'label', detail: `No scan by the carrier in the ${hours} hours since the label.` };
  },
  example: {
    before: [['2026-03-02T10:00:00Z', 'info_received.label_created']],
    opensAt: '2026-03-04T10:00:00Z',
    closedBy: ['2026-03-04T18:30:00Z', 'in_transit.accepted'],
  },
};

function awaitsFirstScan({ state }: RuleSubject): boolean {
  const isBeforeScan =
    state.milestone === 'pending' || state.milestone === 'info_received' || state.milestone === 'unknown';
  return isBeforeScan && state.firstScan === null && state.ended === 'no';
}

function periodStart({ state, registeredAt }: RuleSubject): number {
  return state.memory.labelAt ?? registeredAt;
}
