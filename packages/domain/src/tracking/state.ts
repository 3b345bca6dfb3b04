import type { GeoPoint, Place } from '../place/index.ts';
import type { Milestone, SubStatus } from '../taxonomy/index.ts';
import type { EventTime } from '../time/index.ts';
import type { ShipmentDetails } from './fact.ts';
import type { OrderKey } from './order.ts';

/**
 * The state of a parcel (or, rolled up, of a shipment) as a pure function of its facts. Plain JSON: it is
 * stored with the shipment, so that a newer fact can be added without reading the older ones (`evolve`).
 */
export interface ShipmentState {
  milestone: Milestone;
  subStatus: SubStatus;
  /** When the milestone was reached. */
  since: EventTime | null;
  /** The newest entry of the timeline, whether it changed the state or not. */
  last: EntrySummary | null;
  /** First physical scan by a carrier. */
  firstScan: EventTime | null;
  deliveredAt: EventTime | null;
  signedBy: string | null;
  direction: 'outbound' | 'return';
  /**
   * `hard`: delivered or returned; `soft`: cancelled, lost or expired, which a later physical scan reopens.
   */
  ended: 'no' | 'soft' | 'hard';
  /** Failed delivery attempts. */
  attempts: number;
  entryCount: number;
  flags: readonly StateFlag[];
  details: ShipmentDetails;
  memory: StateMemory;
}

/** Inconsistencies in the facts of a shipment. */
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

/** The part of a timeline entry that is stored with the state. */
export interface EntrySummary {
  subStatus: SubStatus;
  time: EventTime;
  text: string | null;
  place: Place | null;
}

/** Sort key of details; see details.ts. */
export type DetailsKey = readonly [asOf: number, receivedAt: number, reading: number, revision: string];

/**
 * The part of the state that is needed only to add further facts. Moments are milliseconds since 1970 UTC.
 */
export interface StateMemory {
  /** Key of the newest entry; null before the first. */
  key: OrderKey | null;
  /** Key of the newest details. */
  detailsKey: DetailsKey | null;
  /** False after a fact without a known instant: then only the full fold can find twins. */
  exact: boolean;
  /** Moment of the earliest label data. */
  labelAt: number | null;
  whereabouts: Whereabouts | null;
  /** The last four countries, oldest first, with the moment of the first scan in each. */
  countries: readonly (readonly [country: string, at: number])[];
}

/** The last known position of a parcel, and its moment in milliseconds since 1970 UTC. */
export interface Whereabouts {
  place: { point: GeoPoint; radiusKm: number };
  at: number;
}

/** The state of a parcel without facts. */
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
