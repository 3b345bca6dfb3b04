/**
 * How far a shipment is: twelve milestones and `unknown`. The sub-status gives the detail.
 *
 * - `rank` orders events of the same instant; it is not a measure of progress;
 * - `ends`: no further event is expected. Use `isEnded` or `endedMilestones`.
 */
export const milestones = {
  pending: {
    rank: 0,
    ends: false,
    meaning: 'The number is registered; the carrier has not reported anything yet.',
  },
  info_received: {
    rank: 1,
    ends: false,
    meaning: 'The carrier has the shipment data but not the parcel.',
  },
  in_transit: { rank: 2, ends: false, meaning: 'The carrier has the parcel and is moving it.' },
  out_for_delivery: { rank: 3, ends: false, meaning: 'On the delivery vehicle.' },
  available_for_pickup: {
    rank: 4,
    ends: false,
    meaning: 'Waiting for the recipient at a shop, locker or depot. Not delivered.',
  },
  attempt_failed: {
    rank: 5,
    ends: false,
    meaning: 'A delivery attempt failed; another attempt or a pickup point follows.',
  },
  exception: { rank: 6, ends: false, meaning: 'The carrier reports a problem that may need action.' },
  returning: { rank: 7, ends: false, meaning: 'On its way back to the sender.' },
  delivered: { rank: 8, ends: true, meaning: 'Handed over, or left at an agreed place.' },
  returned: { rank: 9, ends: true, meaning: 'Back with the sender.' },
  cancelled: { rank: 9, ends: true, meaning: 'Cancelled before delivery.' },
  expired: { rank: 9, ends: true, meaning: 'Tracking stopped; the outcome is unknown.' },
  unknown: { rank: -1, ends: false, meaning: 'The carrier sent a code that is not mapped yet.' },
} as const satisfies Record<string, { rank: number; ends: boolean; meaning: string }>;

export type Milestone = keyof typeof milestones;

/** Every milestone, in the order of the table above. */
// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const milestoneNames = Object.keys(milestones) as Milestone[];

/** Milestones after which no further event is expected. SQL conditions can be generated from this list. */
export const endedMilestones: readonly Milestone[] = milestoneNames.filter(isEnded);

/**
 * True for delivered, returned, cancelled and expired; a shipment at any other milestone is under way. A
 * parcel can also end at `exception`, if it is lost or destroyed: see `ShipmentState.ended`.
 */
export function isEnded(milestone: Milestone): boolean {
  return milestones[milestone].ends;
}

/** True if the parcel reached its destination: the recipient, or the sender again. */
export function hasArrived(milestone: Milestone): boolean {
  return milestone === 'delivered' || milestone === 'returned';
}

/**
 * Milestones at which a shipment needs attention even if no rule holds. SQL conditions can be generated from
 * this list.
 */
export const attentionMilestones: readonly Milestone[] = ['attempt_failed', 'exception'];

/**
 * Whether a shipment needs attention: the carrier reports a problem or a failed attempt, or at least one
 * exception rule holds. In the API this is `hasException`.
 */
export function needsAttention(milestone: Milestone, openRules: readonly string[]): boolean {
  return openRules.length > 0 || attentionMilestones.includes(milestone);
}
