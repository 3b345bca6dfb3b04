import { type ExceptionRule, exceptionRules, type RuleSubject, rollUp } from '@milepost/domain';
import type { DeadlineRow, ResolvedRow } from '../store/batch-rows.ts';
import type { Projected } from './project.ts';

export interface Detected {
  deadlines: DeadlineRow[];
  resolved: ResolvedRow[];
  /** Codes of the open delivery exceptions, by shipment. */
  openExceptions: Map<string, string[]>;
}

/**
 * Asks each rule when it would become true, and returns the changed deadlines; a timer checks the rule at
 * that time (modules/exceptions/jobs). When a rule can no longer become true, its exception is resolved.
 */
export function detect(projected: readonly Projected[]): Detected {
  const detected: Detected = { deadlines: [], resolved: [], openExceptions: new Map() };
  for (const change of projected) detectFor(change, detected);
  return detected;
}

function detectFor(change: Projected, detected: Detected): void {
  const { shipment } = change;
  const before = subjectOf(change, change.before);
  const after = subjectOf(change, change.after);
  const open = new Set(shipment.openExceptions);
  for (const rule of exceptionRules) {
    const { code } = rule;
    const was = change.isNew ? null : rule.dueAt(before);
    const is = rule.dueAt(after);
    if (was !== is) {
      detected.deadlines.push({
        shipmentId: shipment.id,
        workspaceId: shipment.workspaceId,
        rule: code,
        dueAt: is === null ? null : new Date(checkAt(rule, is, change)).toISOString(),
      });
    }
    if (is === null && open.delete(code)) detected.resolved.push({ shipmentId: shipment.id, rule: code });
  }
  detected.openExceptions.set(shipment.id, [...open]);
}

/**
 * When the rule is to be checked: at its deadline, or after the settling time when the deadline passed before
 * these facts were received.
 */
function checkAt({ settleMs }: ExceptionRule, dueAt: number, { shipment, facts }: Projected): number {
  const receivedAt = facts.reduce(
    (latest, { fact }) => Math.max(latest, fact.receivedAt),
    shipment.createdAt,
  );
  return dueAt <= receivedAt ? receivedAt + settleMs : dueAt;
}

function subjectOf(change: Projected, states: Projected['after']): RuleSubject {
  return { state: rollUp(Object.values(states)), registeredAt: change.shipment.createdAt };
}
