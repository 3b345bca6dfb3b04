import { leastDistanceKm, speedKmh } from '../place/index.ts';
import { hasArrived, milestoneOf, milestones, type SubStatus, subStatuses } from '../taxonomy/index.ts';
import { drivingConfidenceMin } from './confidence.ts';
import { moveOf } from './moves.ts';
import { beforeLabelMaxMs, moveMinKm, speedMaxKmh } from './plausibility.ts';
import type { EntrySummary, ShipmentState, StateFlag, StateMemory, Whereabouts } from './state.ts';
import type { TimelineEntry } from './timeline.ts';

const dayMs = 86_400_000;

/** Adds the next entry of the timeline to the state. The only function that changes a state for an event. */
export function step(state: ShipmentState, entry: TimelineEntry): ShipmentState {
  const move = moveOf(state, entry);
  const flags = new Set(state.flags);
  const memory = remember(state, entry, flags);
  flagDoubts(entry, flags);
  if (move.kind === 'contradicts') flags.add('contradiction');
  if (move.kind === 'to' && move.reopens) flags.add('reopened');
  const next: ShipmentState = {
    ...state,
    // The carrier's answer determines the sub-status only as long as there is no event.
    subStatus: state.milestone === 'pending' ? 'pending.registered' : state.subStatus,
    last: summaryOf(entry),
    entryCount: state.entryCount + 1,
    firstScan: state.firstScan ?? (isPhysical(entry) ? entry.lead.time : null),
    attempts: state.attempts + (isAttempt(state, entry) ? 1 : 0),
    flags: [...flags].sort(),
    memory,
  };
  return move.kind === 'to' ? moveTo(next, move.subStatus, entry) : next;
}

function summaryOf({ lead: { subStatus, time, text, place } }: TimelineEntry): EntrySummary {
  return { subStatus, time, text, place };
}

function moveTo(state: ShipmentState, subStatus: SubStatus, entry: TimelineEntry): ShipmentState {
  const milestone = milestoneOf(subStatus);
  const { lead } = entry;
  const delivers = milestone === 'delivered' && state.deliveredAt === null;
  return {
    ...state,
    milestone,
    subStatus,
    since: milestone === state.milestone && state.since !== null ? state.since : lead.time,
    ended: endOf(state, subStatus),
    direction: milestone === 'returning' || milestone === 'returned' ? 'return' : state.direction,
    deliveredAt: delivers ? lead.time : state.deliveredAt,
    signedBy: lead.signedBy ?? state.signedBy,
  };
}

function endOf(state: ShipmentState, subStatus: SubStatus): ShipmentState['ended'] {
  const milestone = milestoneOf(subStatus);
  if (hasArrived(milestone)) return 'hard';
  // Damaged after delivery: still final, so that a stray scan cannot set it back to in transit.
  if (state.deliveredAt !== null && milestone === 'exception') return 'hard';
  if (milestones[milestone].ends || subStatuses[subStatus].ends) return 'soft';
  return 'no';
}

function isPhysical(entry: TimelineEntry): boolean {
  const { lead } = entry;
  const { rank } = milestones[lead.milestone];
  const touched = rank >= milestones.in_transit.rank && rank <= milestones.returned.rank;
  const stopped = lead.milestone === 'cancelled' || lead.milestone === 'expired';
  return touched && !stopped && lead.classifier === 'actual' && subStatuses[lead.subStatus].weight !== 'note';
}

function isAttempt(state: ShipmentState, entry: TimelineEntry): boolean {
  return (
    entry.lead.milestone === 'attempt_failed' && entry.lead.classifier === 'actual' && state.ended !== 'hard'
  );
}

function flagDoubts(entry: TimelineEntry, flags: Set<StateFlag>): void {
  const { lead } = entry;
  if (lead.milestone === 'unknown') flags.add('unknown_code');
  else if (entry.confidence < drivingConfidenceMin) flags.add('low_confidence');
  if (lead.confidence.factors.plausibility < 1) flags.add('doubtful_clock');
}

/**
 * Updates what is needed to compare entries and adds flags. Only events with a known instant are compared.
 */
function remember(state: ShipmentState, entry: TimelineEntry, flags: Set<StateFlag>): StateMemory {
  const { memory } = state;
  const { lead, key } = entry;
  const exact = memory.exact && lead.time.occurredAt !== null;
  const next: StateMemory = { ...memory, key, exact };
  if (lead.classifier !== 'actual' || lead.time.occurredAt === null) return next;
  const at = lead.time.occurredAt;
  if (lead.milestone === 'info_received' && memory.labelAt === null) next.labelAt = at;
  // Entries are sorted by time, so a label days after a scan means that one of the two clocks is wrong.
  const scanned = state.firstScan?.occurredAt;
  if (lead.milestone === 'info_received' && scanned != null && at - scanned > beforeLabelMaxMs)
    flags.add('before_label');
  rememberPlace(next, entry, at, flags);
  return next;
}

function rememberPlace(memory: StateMemory, entry: TimelineEntry, at: number, flags: Set<StateFlag>): void {
  const place = entry.lead.place;
  if (place?.point) {
    const here: Whereabouts = { place: { point: place.point, radiusKm: place.radiusKm ?? 0 }, at };
    if (memory.whereabouts && isTooFast(memory.whereabouts, here)) flags.add('impossible_move');
    memory.whereabouts = here;
  }
  if (place?.country) rememberCountry(memory, place.country, at, flags);
}

/** Positions and times are imprecise, so short distances are ignored and at least one minute is assumed. */
function isTooFast(before: Whereabouts, here: Whereabouts): boolean {
  const least = leastDistanceKm(before.place, here.place);
  if (least === null || least < moveMinKm) return false;
  const elapsedMs = Math.max(here.at - before.at, 60_000);
  return (speedKmh(before.place, here.place, elapsedMs) ?? 0) > speedMaxKmh;
}

function rememberCountry(memory: StateMemory, country: string, at: number, flags: Set<StateFlag>): void {
  const newest = memory.countries.at(-1);
  if (newest?.[0] === country) return;
  const countries = [...memory.countries, [country, at] as const].slice(-4);
  const [first, second, third, fourth] = countries;
  const pingPong = first && second && third && fourth && first[0] === third[0] && second[0] === fourth[0];
  if (pingPong && fourth[1] - first[1] < 2 * dayMs) flags.add('country_ping_pong');
  memory.countries = countries;
}
