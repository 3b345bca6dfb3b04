/**
 * How far a shipment is. Twelve answers and `unknown`; the finer answer is the sub-status.
 * `rank` breaks ties between facts of the same instant; it is no progress bar.
 */
export const milestones = {
  pending: { rank: 0, ends: false, meaning: 'The number is known to us; the carrier has said nothing yet.' },
  info_received: {
    rank: 1,
    ends: false,
    meaning: 'The carrier knows about the parcel but does not have it.',
  },
  in_transit: { rank: 2, ends: false, meaning: 'The carrier has the parcel and is moving it.' },
  out_for_delivery: { rank: 3, ends: false, meaning: 'On the vehicle that delivers it today.' },
  available_for_pickup: {
    rank: 4,
    ends: false,
    meaning: 'Waiting for the recipient at a shop, locker or depot. Not delivered.',
  },
  attempt_failed: {
    rank: 5,
    ends: false,
    meaning: 'The carrier tried and could not hand it over; another try or a pickup place follows.',
  },
  exception: { rank: 6, ends: false, meaning: 'Something is wrong and may need a person.' },
  returning: { rank: 7, ends: false, meaning: 'On its way back to the sender.' },
  delivered: { rank: 8, ends: true, meaning: 'Handed over, or left where it was agreed.' },
  returned: { rank: 9, ends: true, meaning: 'Back with the sender.' },
  cancelled: { rank: 9, ends: true, meaning: 'Called off before delivery.' },
  expired: { rank: 9, ends: true, meaning: 'We stopped following it; the outcome is not known.' },
  unknown: { rank: -1, ends: false, meaning: 'The carrier sent something we do not understand yet.' },
} as const satisfies Record<string, { rank: number; ends: boolean; meaning: string }>;

export type Milestone = keyof typeof milestones;

/** Every milestone, in the order of the table above. */
// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const milestoneNames = Object.keys(milestones) as Milestone[];
