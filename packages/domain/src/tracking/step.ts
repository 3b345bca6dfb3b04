import { leastDistanceKm, speedKmh } from '../place/index.ts';
import { milestoneOf, milestones, type SubStatus, subStatuses } from '../taxonomy/index.ts';
import { moveOf, summaryOf } from './moves.ts';
import { beforeLabelMaxMs, moveMinKm, speedMaxKmh } from './plausibility.ts';
import type { ShipmentState, StateFlag, StateMemory, Whereabouts } from './state.ts';
import type { TimelineEntry } from './timeline.ts';

const dayMs = 86_400_000;

/** Adds the next entry of the timeline to the state. The only place where a state changes because of an event. */
export function step(state: ShipmentState, entry: TimelineEntry): ShipmentState {
  const move = moveOf(state, entry);
  const flags = new Set(state.flags);
  const memory = remember(state, entry, flags);
  flagDoubts(entry, flags);
  if (move.kind === 'contradicts') flags.add('contradiction');
  if (move.kind === 'to' && move.reopens) flags.add('reopened');
  const next: ShipmentState = {
    ...state,
    // How the carrier answered counts only while there is no event at all.
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
  if (milestone === 'delivered' || milestone === 'returned') return 'hard';
  // Damaged after delivery: still delivered, so that a stray scan cannot put it back on the road.
  if (state.deliveredAt !== null && milestone === 'exception') return 'hard';
  if (milestones[milestone].ends || subStatuses[subStatus].ends) return 'soft';
  return 'no';
}

function isPhysical(entry: TimelineEntry): boolean {
  const { lead } = entry;
  const { rank } = milestones[lead.milestone];
  const touched = rank >= milestones.in_transit.rank && rank <= milestones.returned.rank;
  const called = lead.milestone === 'cancelled' || lead.milestone === 'expired';
  return touched && !called && lead.classifier === 'actual' && subStatuses[lead.subStatus].weight !== 'note';
}

function isAttempt(state: ShipmentState, entry: TimelineEntry): boolean {
  return (
    entry.lead.milestone === 'attempt_failed' && entry.lead.classifier === 'actual' && state.ended !== 'hard'
  );
}

function flagDoubts(entry: TimelineEntry, flags: Set<StateFlag>): void {
  const { lead } = entry;
  if (lead.milestone === 'unknown') flags.add('unknown_code');
  else if (entry.confidence < 0.35) flags.add('low_confidence');
  if (lead.confidence.factors.plausibility < 1) flags.add('doubtful_clock');
}

/** Keeps what the checks between entries need, and raises their flags. Only facts of known instant take part. */
function remember(state: ShipmentState, entry: TimelineEntry, flags: Set<StateFlag>): StateMemory {
  const { memory } = state;
  const { lead, key } = entry;
  const exact = memory.exact && lead.time.occurredAt !== null;
  const next: StateMemory = { ...memory, key, exact };
  if (lead.classifier !== 'actual' || lead.time.occurredAt === null) return next;
  const at = lead.time.occurredAt;
  if (lead.milestone === 'info_received' && memory.labelAt === null) next.labelAt = at;
  // Entries come in order, so a label that follows a scan by days means that one of the two clocks is wrong.
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

/** Town centres and scan times are rough, so short hops and the first minute say nothing. */
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
