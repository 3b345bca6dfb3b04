import type { EventTime, Precision, ZoneSource } from '../time/index.ts';
import { type EntrySummary, emptyState, type ShipmentState, type StateMemory } from './state.ts';

/**
 * The form in which a state is stored: the same, without what an empty state says anyway, and times as short lists. It is written with nearly every
 * event, so its size is felt.
 */
export interface StoredState {
  since?: StoredTime;
  firstScan?: StoredTime;
  deliveredAt?: StoredTime;
  last?: Omit<EntrySummary, 'time'> & { time: StoredTime };
  memory?: Partial<StateMemory>;
  [part: string]: unknown;
}

type StoredTime = [
  localTime: string,
  precision: Precision,
  zone: string | null,
  source: ZoneSource | null,
  occurredAt: number | null,
  ambiguous?: true,
];

export function packState(state: ShipmentState): StoredState {
  const { since, firstScan, deliveredAt, last, memory, ...rest } = state;
  const stored: StoredState = {
    ...withoutDefaults(rest, emptyState),
    memory: withoutDefaults(memory, emptyState.memory),
  };
  if (since !== null) stored.since = packTime(since);
  if (firstScan !== null) stored.firstScan = packTime(firstScan);
  if (deliveredAt !== null) stored.deliveredAt = packTime(deliveredAt);
  if (last !== null) stored.last = { ...last, time: packTime(last.time) };
  return stored;
}

/** The inverse of packState; the value must come from it. */
export function unpackState(stored: StoredState): ShipmentState {
  const { since, firstScan, deliveredAt, last, memory, ...rest } = stored;
  return {
    ...emptyState,
    ...rest,
    memory: { ...emptyState.memory, ...memory },
    since: since ? unpackTime(since) : null,
    firstScan: firstScan ? unpackTime(firstScan) : null,
    deliveredAt: deliveredAt ? unpackTime(deliveredAt) : null,
    last: last ? { ...last, time: unpackTime(last.time) } : null,
  };
}

function withoutDefaults(value: object, defaults: object): Record<string, unknown> {
  const known = new Map<string, unknown>(Object.entries(defaults));
  return Object.fromEntries(Object.entries(value).filter(([key, part]) => !isSame(part, known.get(key))));
}

/** Equal, or empty on both sides: an empty list or object stands for any other. */
function isSame(part: unknown, standard: unknown): boolean {
  if (part === standard) return true;
  if (typeof part !== 'object' || part === null || typeof standard !== 'object' || standard === null)
    return false;
  return Object.keys(part).length === 0 && Object.keys(standard).length === 0;
}

function packTime(time: EventTime): StoredTime {
  const { localTime, precision, zone, zoneSource, occurredAt } = time;
  if (time.ambiguous) return [localTime, precision, zone, zoneSource, occurredAt, true];
  return [localTime, precision, zone, zoneSource, occurredAt];
}

function unpackTime([localTime, precision, zone, zoneSource, occurredAt, ambiguous]: StoredTime): EventTime {
  const time = { localTime, precision, zone, zoneSource, occurredAt };
  return ambiguous ? { ...time, ambiguous } : time;
}
