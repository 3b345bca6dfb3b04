import type { GeoPoint, Place } from '../place/index.ts';
import type { Milestone, SubStatus } from '../taxonomy/index.ts';
import type { EventTime } from '../time/index.ts';
import type { ShipmentDetails } from './fact.ts';
import type { OrderKey } from './order.ts';

/**
 * Where a shipment stands, as a pure function of its facts. Plain JSON: it is stored with the shipment so that a newer fact can be added without
 * reading the older ones again (evolve.ts).
 */
export interface ShipmentState {
  milestone: Milestone;
  subStatus: SubStatus;
  /** When the milestone began. */
  since: EventTime | null;
  /** The newest entry of the timeline, whether it moved the state or not. */
  last: EntrySummary | null;
  /** First physical scan by a carrier. */
  firstScan: EventTime | null;
  deliveredAt: EventTime | null;
  signedBy: string | null;
  direction: 'outbound' | 'return';
  /** `hard`: delivered or returned; `soft`: cancelled, lost, expired, which a later physical scan reopens. */
  ended: 'no' | 'soft' | 'hard';
  attempts: number;
  entryCount: number;
  flags: readonly StateFlag[];
  details: ShipmentDetails;
  memory: StateMemory;
}

export const stateFlags = [
  'contradiction',
  'unknown_code',
  'low_confidence',
  'doubtful_clock',
  'impossible_move',
  'country_ping_pong',
  'before_label',
  'reopened',
] as const;
export type StateFlag = (typeof stateFlags)[number];

export interface EntrySummary {
  subStatus: SubStatus;
  time: EventTime;
  text: string | null;
  place: Place | null;
}

/** What only the next step needs to know. */
export interface StateMemory {
  /** Key of the newest entry; null before the first. */
  key: OrderKey | null;
  /** Order of the newest details. */
  detailsKey: readonly [asOf: number, receivedAt: number, reading: number, revision: string] | null;
  /** False once a fact without known instant was seen: then only the full fold can place twins. */
  exact: boolean;
  /** Moment of the earliest label data. */
  labelAt: number | null;
  whereabouts: Whereabouts | null;
  /** Last countries in order of entering, with the moment; at most four. */
  countries: readonly (readonly [country: string, at: number])[];
}

/** Where a parcel was last located, and when. */
export interface Whereabouts {
  place: { point: GeoPoint; radiusKm: number };
  at: number;
}

export const emptyState: ShipmentState = {
  milestone: 'pending',
  subStatus: 'pending.registered',
  since: null,
  last: null,
  firstScan: null,
  deliveredAt: null,
  signedBy: null,
  direction: 'outbound',
  ended: 'no',
  attempts: 0,
  entryCount: 0,
  flags: [],
  details: {},
  memory: { key: null, detailsKey: null, exact: true, labelAt: null, whereabouts: null, countries: [] },
};
