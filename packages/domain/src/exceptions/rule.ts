import type { ShipmentState } from '../tracking/index.ts';

/** What a rule may look at. Times are milliseconds since 1970 UTC. */
export interface RuleSubject {
  state: ShipmentState;
  registeredAt: number;
}

/**
 * A rule about silence or arithmetic: it never becomes a carrier event, it opens a delivery exception. It is asked twice: at each projection for the
 * moment at which it would become true, and at that moment whether it has.
 */
export interface ExceptionRule {
  code: string;
  meaning: string;
  severity: 'info' | 'warning' | 'serious';
  /**
   * Milliseconds in which more may be heard where the moment had passed before anybody told of it: a carrier that was silent tells several things at once, and
   * what the next message takes away is no reason to alarm anybody. 0 for what stays true whatever follows.
   */
  settleMs: number;
  /** When it becomes true if nothing more is heard; null when it cannot, or does no longer. */
  dueAt(subject: RuleSubject): number | null;
  /** Names the cause, so that the rule fires once for it; null when it is not true at `now`. */
  check(subject: RuleSubject, now: number): { cause: string; detail: string } | null;
}
