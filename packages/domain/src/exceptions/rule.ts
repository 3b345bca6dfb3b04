import type { ShipmentState } from '../tracking/index.ts';
import type { RuleExample } from './rule-example.ts';

/** The input of a rule. Times are milliseconds since 1970 UTC. */
export interface RuleSubject {
  state: ShipmentState;
  registeredAt: number;
}

/**
 * A rule about missing events or elapsed time. It creates no tracking event; it opens a delivery exception.
 * It is evaluated twice: at each projection (`dueAt`) to get the time at which it would start to hold, and at
 * that time (`check`) to see whether it holds.
 */
export interface ExceptionRule {
  /** Name in the API: lower case with underscores, never changed. */
  code: string;
  /** One sentence for the user interface and the reference page. */
  meaning: string;
  severity: 'info' | 'warning' | 'serious';
  /**
   * How long to wait, in milliseconds, if the due time has already passed when the first message arrives. A
   * carrier that was silent often sends several messages at once, and the next one may clear the exception.
   * 0 if no later message can clear it.
   */
  settleMs: number;
  /** When the rule starts to hold if no further event arrives; null if it cannot hold or no longer holds. */
  dueAt(subject: RuleSubject): number | null;
  /** Null if the rule does not hold at `now`. The rule fires once per `cause`; `detail` is one sentence. */
  check(subject: RuleSubject, now: number): { cause: string; detail: string } | null;
  /** Test of the rule and its entry on the reference page. */
  example: RuleExample;
}
