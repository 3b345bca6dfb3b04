import { type ExceptionRule, exceptionRules, type RuleSubject, rollUp } from '@milepost/domain';
import type { DeadlineRow, ResolvedRow } from '../store/batch-rows.ts';
import type { Projected } from './project.ts';

export interface Detected {
  deadlines: DeadlineRow[];
  resolved: ResolvedRow[];
  /** Rules that still hold, by shipment. */
  alerts: Map<string, string[]>;
}

/**
 * Asks every rule when it would become true and writes down what changed; a timer asks again at that moment
 * (modules/exceptions/jobs/start-deadline-watch.ts). A rule that can no longer be true takes its exception
 * away.
 */
export function detect(projected: readonly Projected[]): Detected {
  const detected: Detected = { deadlines: [], resolved: [], alerts: new Map() };
  for (const one of projected) detectOne(one, detected);
  return detected;
}

function detectOne(one: Projected, detected: Detected): void {
  const { shipment } = one;
  const before = subjectOf(one, one.before);
  const after = subjectOf(one, one.after);
  const alerts = new Set(shipment.openAlerts);
  for (const rule of exceptionRules) {
    const { code } = rule;
    const was = one.isNew ? null : rule.dueAt(before);
    const is = rule.dueAt(after);
    if (was !== is) {
      detected.deadlines.push({
        shipmentId: shipment.id,
        workspaceId: shipment.workspaceId,
        rule: code,
        dueAt: is === null ? null : new Date(askedAt(rule, is, one)).toISOString(),
      });
    }
    if (is === null && alerts.delete(code)) detected.resolved.push({ shipmentId: shipment.id, rule: code });
  }
  detected.alerts.set(shipment.id, [...alerts]);
}

/** When the watch asks: at the moment itself, or when news that came late has settled. */
function askedAt({ settleMs }: ExceptionRule, dueAt: number, { shipment, facts }: Projected): number {
  const toldAt = facts.reduce((latest, { fact }) => Math.max(latest, fact.receivedAt), shipment.createdAt);
  return dueAt <= toldAt ? toldAt + settleMs : dueAt;
}

function subjectOf(one: Projected, states: Projected['after']): RuleSubject {
  return { state: rollUp(Object.values(states)), registeredAt: one.shipment.createdAt };
}
