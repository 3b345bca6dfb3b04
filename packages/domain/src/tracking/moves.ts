import { milestones, type SubStatus, subStatuses } from '../taxonomy/index.ts';
import { drivingConfidenceMin } from './confidence.ts';
import type { EntrySummary, ShipmentState } from './state.ts';
import type { TimelineEntry } from './timeline.ts';

/**
 * What may move the state, and what is kept and flagged instead. The rules, in the order they are asked:
 *
 * 1. plans and estimates never move it; neither does what we doubt;
 * 2. a code we do not know never hides the last known milestone;
 * 3. data about the label never undo a physical scan;
 * 4. notes move it only while nothing better is known;
 * 5. delivered and returned stick: only a return, damage, loss or a correction moves on;
 * 6. on the way back, delivered means returned, and moving means moving back.
 */
export type Move =
  | { kind: 'to'; subStatus: SubStatus; reopens?: true }
  | { kind: 'stay' }
  | { kind: 'contradicts' };

const stay: Move = { kind: 'stay' };
const contradicts: Move = { kind: 'contradicts' };

export function moveOf(state: ShipmentState, entry: TimelineEntry): Move {
  const { lead } = entry;
  if (lead.classifier !== 'actual' || entry.confidence < drivingConfidenceMin) {
    return lead.milestone === 'unknown' ? moveOfUnknown(state, lead.subStatus) : stay;
  }
  if (lead.milestone === 'unknown') return moveOfUnknown(state, lead.subStatus);
  if (state.ended === 'hard') return moveAfterEnd(state, lead.subStatus);
  if (isData(lead.subStatus)) return hasMoved(state) ? stay : { kind: 'to', subStatus: lead.subStatus };
  if (isNote(state, lead.subStatus)) return isBlank(state) ? { kind: 'to', subStatus: lead.subStatus } : stay;
  const subStatus = state.direction === 'return' ? onTheWayBack(lead.subStatus) : lead.subStatus;
  if (state.ended === 'soft') return moveAfterSoftEnd(state, subStatus);
  return { kind: 'to', subStatus };
}

function moveOfUnknown(state: ShipmentState, subStatus: SubStatus): Move {
  return isBlank(state) ? { kind: 'to', subStatus } : stay;
}

/** Nothing was known before: neither an event nor a guess. */
function isBlank(state: ShipmentState): boolean {
  return state.milestone === 'pending' || state.milestone === 'unknown';
}

function isData(subStatus: SubStatus): boolean {
  return subStatus.startsWith('info_received.') || subStatus.startsWith('pending.');
}

function hasMoved(state: ShipmentState): boolean {
  return milestones[state.milestone].rank > milestones.info_received.rank;
}

function isNote(state: ShipmentState, subStatus: SubStatus): boolean {
  // “Problem solved” ends a problem; without one it is a note.
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
  if (returned) return saysTheSame(subStatus, 'delivered.') ? stay : contradictionUnlessHarmless(subStatus);
  if (subStatus.startsWith('returning.') || breaksDelivery.has(subStatus)) return { kind: 'to', subStatus };
  if (subStatus.startsWith('delivered.')) return refineDelivery(state, subStatus);
  return contradictionUnlessHarmless(subStatus);
}

/** A second telling of the delivery may say how it was delivered, not when. */
function refineDelivery(state: ShipmentState, subStatus: SubStatus): Move {
  const refines = state.subStatus === 'delivered.handed_over' && subStatus !== 'delivered.handed_over';
  return refines ? { kind: 'to', subStatus } : stay;
}

function contradictionUnlessHarmless(subStatus: SubStatus): Move {
  const harmless =
    isData(subStatus) ||
    subStatuses[subStatus].weight === 'note' ||
    subStatus === 'expired.closed_by_carrier';
  return harmless ? stay : contradicts;
}

function saysTheSame(subStatus: SubStatus, prefix: string): boolean {
  return subStatus.startsWith(prefix);
}

/** Cancelled, lost or expired, and yet it moves: the scan is believed, and the story is marked as reopened. */
function moveAfterSoftEnd(state: ShipmentState, subStatus: SubStatus): Move {
  const samePlace = subStatus.slice(0, subStatus.indexOf('.')) === state.milestone;
  return samePlace ? { kind: 'to', subStatus } : { kind: 'to', subStatus, reopens: true };
}

function onTheWayBack(subStatus: SubStatus): SubStatus {
  if (subStatus.startsWith('delivered.')) return 'returned.to_sender';
  const moving =
    subStatus.startsWith('in_transit.') ||
    subStatus.startsWith('out_for_delivery.') ||
    subStatus.startsWith('available_for_pickup.');
  return moving ? 'returning.moving' : subStatus;
}

/** What the newest line of the timeline says, in short. */
export function summaryOf(entry: TimelineEntry): EntrySummary {
  const { subStatus, time, text, place } = entry.lead;
  return { subStatus, time, text, place };
}
