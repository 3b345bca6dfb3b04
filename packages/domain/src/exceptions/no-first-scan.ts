import type { ExceptionRule, RuleSubject } from './rule.ts';

/** Two days: a parcel handed over on a Friday evening is normally scanned by Sunday night at a hub. */
const patienceMs = 48 * 3_600_000;

/**
 * The label exists, and nobody has scanned the parcel. Counted from the label where its time is known, else from our registration.
 *
 * Before: label on Monday 10:00, nothing since. After: from Wednesday 10:00 on, an exception stands until the first scan.
 */
export const noFirstScan: ExceptionRule = {
  code: 'no_first_scan',
  meaning: 'The label was made, but the carrier has not scanned the parcel within two days.',
  severity: 'warning',
  settleMs: 30_000,
  dueAt: (subject) => (waits(subject) ? startOf(subject) + patienceMs : null),
  check(subject, now) {
    if (!waits(subject) || now < startOf(subject) + patienceMs) return null;
    const hours = Math.floor((now - startOf(subject)) / 3_600_000);
    return { cause: 'label', detail: `No scan by the carrier in the ${hours} hours since the label.` };
  },
};

function waits({ state }: RuleSubject): boolean {
  const early =
    state.milestone === 'pending' || state.milestone === 'info_received' || state.milestone === 'unknown';
  return early && state.firstScan === null && state.ended === 'no';
}

function startOf({ state, registeredAt }: RuleSubject): number {
  return state.memory.labelAt ?? registeredAt;
}
