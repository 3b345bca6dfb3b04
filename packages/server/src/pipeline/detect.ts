import { exceptionRules, type RuleSubject, rollUp } from '@milepost/domain';
import type { Projected } from './project.ts';

export interface Detected {
  deadlines: { shipment_id: string; workspace_id: string; rule: string; due_at: string | null }[];
  resolved: { shipment_id: string; rule: string }[];
}

/** Asks every rule when it would become true, and writes down what changed: a timer asks again at that moment (watch/deadlines.ts). */
export function detect(projected: readonly Projected[]): Detected {
  const detected: Detected = { deadlines: [], resolved: [] };
  for (const one of projected) {
    const before = subjectOf(one, one.before);
    const after = subjectOf(one, one.after);
    for (const rule of exceptionRules) {
      const was = one.isNew ? null : rule.dueAt(before);
      const is = rule.dueAt(after);
      if (was !== is)
        detected.deadlines.push({
          ...keyOf(one, rule.code),
          due_at: is === null ? null : new Date(is).toISOString(),
        });
      if (was !== null && is === null)
        detected.resolved.push({ shipment_id: one.shipment.id, rule: rule.code });
    }
  }
  return detected;
}

function subjectOf(one: Projected, states: Projected['after']): RuleSubject {
  return { state: rollUp(Object.values(states)), registeredAt: one.shipment.createdAt };
}

function keyOf(one: Projected, rule: string): { shipment_id: string; workspace_id: string; rule: string } {
  return { shipment_id: one.shipment.id, workspace_id: one.shipment.workspaceId, rule };
}
