import { endedMilestones, type Milestone, attentionMilestones } from '@milepost/domain';

/*
 * Milestones as SQL lists, for statements that name them as constants: the planner then sees the values. The names come from the domain and contain
 * letters and underscores only.
 */

export const endedSql = listOf(endedMilestones);
export const problemSql = listOf(attentionMilestones);

function listOf(milestones: readonly Milestone[]): string {
  return `(${milestones.map((milestone) => `'${milestone}'`).join(', ')})`;
}
