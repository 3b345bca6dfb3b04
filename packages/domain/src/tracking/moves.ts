import { milestoneOf, milestones, type SubStatus, subStatuses } from '../taxonomy/index.ts';
import { drivingConfidenceMin } from './confidence.ts';
import type { ShipmentState } from './state.ts';
import type { TimelineEntry } from './timeline.ts';

/**
 * How a timeline entry affects the state. The rules, in order of evaluation:
 *
 * 1. planned, estimated and low-confidence events do not change the state;
 * 2. an unknown code does not hide the last known milestone;
 * 3. label data does not undo a physical scan;
 * 4. a note changes the state only if no other event is known;
 * 5. delivered and returned are final: only a return, damage, loss or a correction changes them;
 * 6. during a return, delivered means returned, and moving means returning.
 *
 * `to` changes the sub-status, and `reopens` marks that the shipment had ended; `stay` keeps the state;
 * `contradicts` keeps the state and flags a contradiction.
 */
export type Move =
  | { kind: 'to'; subStatus: SubStatus; reopens?: true }
  | { kind: 'stay' }
  | { kind: 'contradicts' };

const stay: Move = { kind: 'stay' };
const contradicts: Move = { kind: 'contradicts' };

/** The effect of the next timeline entry on the state. */
export function moveOf(state: ShipmentState, entry: TimelineEntry): Move {
  const { lead } = entry;
  if (lead.classifier !== 'actual' || entry.confidence < drivingConfidenceMin) {
    return lead.milestone === 'unknown' ? moveOfUnknown(state, lead.subStatus) : stay;
  }
  if (lead.milestone === 'unknown') return moveOfUnknown(state, lead.subStatus);
  if (state.ended === 'hard') return moveAfterEnd(state, lead.subStatus);
  if (isLabelData(lead.subStatus)) return hasMoved(state) ? stay : { kind: 'to', subStatus: lead.subStatus };
  if (isNote(state, lead.subStatus))
    return isUndetermined(state) ? { kind: 'to', subStatus: lead.subStatus } : stay;
  const subStatus = state.direction === 'return' ? asReturn(lead.subStatus) : lead.subStatus;
  if (state.ended === 'soft') return moveAfterSoftEnd(state, subStatus);
  return { kind: 'to', subStatus };
}

function moveOfUnknown(state: ShipmentState, subStatus: SubStatus): Move {
  return isUndetermined(state) ? { kind: 'to', subStatus } : stay;
}

/** No mapped event is known yet. */
function isUndetermined(state: ShipmentState): boolean {
  return state.milestone === 'pending' || state.milestone === 'unknown';
}

function isLabelData(subStatus: SubStatus): boolean {
  return subStatus.startsWith('info_received.') || subStatus.startsWith('pending.');
}

function hasMoved(state: ShipmentState): boolean {
  return milestones[state.milestone].rank > milestones.info_received.rank;
}

function isNote(state: ShipmentState, subStatus: SubStatus): boolean {
  // “Problem solved” ends an exception. Without an exception it is a note.
  if (subStatus === 'in_transit.problem_solved') return state.milestone !== 'exception';
  return subStatuses[subStatus].weight === 'note';
}

const breaksDelivery: ReadonlySet<SubStatus> = new Set([
  'exception.damaged',
  'exception.items_missing',
  'exception.lost',
  'exception.destroyed',
  'exception.security',
]);

function moveAfterEnd(state: ShipmentState, subStatus: SubStatus): Move {
  const returned = state.milestone === 'returned';
  if (subStatus.startsWith('returned.')) return { kind: 'to', subStatus };
  if (returned) return subStatus.startsWith('delivered.') ? stay : contradictionUnlessHarmless(subStatus);
  if (subStatus.startsWith('returning.') || breaksDelivery.has(subStatus)) return { kind: 'to', subStatus };
  if (subStatus.startsWith('delivered.')) return refineDelivery(state, subStatus);
  return contradictionUnlessHarmless(subStatus);
}

/** A second delivery event may add how the parcel was delivered, but not change when. */
function refineDelivery(state: ShipmentState, subStatus: SubStatus): Move {
  const refines = state.subStatus === 'delivered.handed_over' && subStatus !== 'delivered.handed_over';
  return refines ? { kind: 'to', subStatus } : stay;
}

function contradictionUnlessHarmless(subStatus: SubStatus): Move {
  const harmless =
    isLabelData(subStatus) ||
    subStatuses[subStatus].weight === 'note' ||
    subStatus === 'expired.closed_by_carrier';
  return harmless ? stay : contradicts;
}

/** A scan after cancelled, lost or expired reopens the shipment. */
function moveAfterSoftEnd(state: ShipmentState, subStatus: SubStatus): Move {
  const isSameMilestone = milestoneOf(subStatus) === state.milestone;
  return isSameMilestone ? { kind: 'to', subStatus } : { kind: 'to', subStatus, reopens: true };
}

function asReturn(subStatus: SubStatus): SubStatus {
  if (subStatus.startsWith('delivered.')) return 'returned.to_sender';
  const moving =
    subStatus.startsWith('in_transit.') ||
    subStatus.startsWith('out_for_delivery.') ||
    subStatus.startsWith('available_for_pickup.');
  return moving ? 'returning.moving' : subStatus;
}
