import { type EntrySummary, emptyState, type ShipmentState, type StateMemory } from './state.ts';
import { packDetails, type StoredDetails, unpackDetails } from './stored-details.ts';
import { packTime, type StoredTime, unpackTime } from './stored-time.ts';

/**
 * The stored form of a state: values of the empty state are left out, and times are short arrays. It is
 * written with nearly every event, so it is kept small.
 */
export interface StoredState extends Partial<Omit<ShipmentState, Packed>> {
  since?: StoredTime;
  firstScan?: StoredTime;
  deliveredAt?: StoredTime;
  last?: Omit<EntrySummary, 'time'> & { time: StoredTime };
  details?: StoredDetails;
  memory?: Partial<StateMemory>;
}

type Packed = 'since' | 'firstScan' | 'deliveredAt' | 'last' | 'details' | 'memory';

/** State → stored form. */
export function packState(state: ShipmentState): StoredState {
  const { since, firstScan, deliveredAt, last, details } = state;
  const stored: StoredState = { milestone: state.milestone, subStatus: state.subStatus };
  if (since !== null) stored.since = packTime(since);
  if (last !== null) {
    const { subStatus, time, text, place } = last;
    stored.last = { subStatus, time: packTime(time), text, place };
  }
  if (firstScan !== null) stored.firstScan = packTime(firstScan);
  if (deliveredAt !== null) stored.deliveredAt = packTime(deliveredAt);
  if (state.signedBy !== null) stored.signedBy = state.signedBy;
  if (state.direction !== 'outbound') stored.direction = state.direction;
  if (state.ended !== 'no') stored.ended = state.ended;
  if (state.attempts !== 0) stored.attempts = state.attempts;
  if (state.entryCount !== 0) stored.entryCount = state.entryCount;
  if (state.flags.length > 0) stored.flags = state.flags;
  if (Object.keys(details).length > 0) stored.details = packDetails(details);
  stored.memory = packMemory(state.memory);
  return stored;
}

function packMemory(memory: StateMemory): Partial<StateMemory> {
  const stored: Partial<StateMemory> = {};
  if (memory.key !== null) stored.key = memory.key;
  if (memory.detailsKey !== null) stored.detailsKey = memory.detailsKey;
  if (!memory.exact) stored.exact = false;
  if (memory.labelAt !== null) stored.labelAt = memory.labelAt;
  if (memory.whereabouts !== null) stored.whereabouts = memory.whereabouts;
  if (memory.countries.length > 0) stored.countries = memory.countries;
  return stored;
}

/** The inverse of `packState`; the value must come from it. */
export function unpackState(stored: StoredState): ShipmentState {
  const { since, firstScan, deliveredAt, last, details, memory, ...rest } = stored;
  return {
    ...emptyState,
    ...rest,
    memory: { ...emptyState.memory, ...memory },
    since: since ? unpackTime(since) : null,
    firstScan: firstScan ? unpackTime(firstScan) : null,
    deliveredAt: deliveredAt ? unpackTime(deliveredAt) : null,
    last: last ? { ...last, time: unpackTime(last.time) } : null,
    details: details ? unpackDetails(details) : {},
  };
}
