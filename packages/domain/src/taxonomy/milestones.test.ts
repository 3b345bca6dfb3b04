import { describe, expect, it } from 'vitest';
import {
  attentionMilestones,
  endedMilestones,
  hasArrived,
  isEnded,
  milestoneNames,
  needsAttention,
} from './milestones.ts';

describe('a milestone', () => {
  it('is either under way or ended', () => {
    expect(endedMilestones).toEqual(['delivered', 'returned', 'cancelled', 'expired']);
    expect(milestoneNames.filter(isEnded)).toEqual(endedMilestones);
  });

  it('is an arrival if the parcel is with the recipient or with the sender again', () => {
    expect(milestoneNames.filter(hasArrived)).toEqual(['delivered', 'returned']);
  });
});

describe('a shipment', () => {
  it('needs attention at an exception or a failed attempt', () => {
    expect(milestoneNames.filter((name) => needsAttention(name, []))).toEqual(attentionMilestones);
  });

  it('needs attention at any milestone while a rule holds', () => {
    expect(milestoneNames.every((name) => needsAttention(name, ['no_first_scan']))).toBe(true);
  });
});
