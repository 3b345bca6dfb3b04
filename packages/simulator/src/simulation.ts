import type { ShipmentState } from '@milepost/domain';
import type { Credentials, Dialect, JourneyEvent, Parcel, PushRequest } from './dialect.ts';
import type { FaultRatePreset, FaultRates } from './faults/fault-rates.ts';
import type { Faults } from './faults/faults.ts';
import type { JourneyKindName } from './journeys/journey-kinds.ts';
import type { PushCounts } from './push/pusher.ts';
import type { SameDay } from './world/carrier-plan.ts';

export interface SimulationOptions {
  seed: number;
  carriers: readonly SimulatedCarrier[];
  faultRates: FaultRatePreset | FaultRates;
  /** Labels are created between these, milliseconds since 1970 UTC. For `spread` see carrier-plan.ts. */
  labels: { from: number; to: number; spread?(share: number): number };
  /** `startAt` in milliseconds since 1970 UTC, `speed` from 1 to 100,000; see clock.ts. */
  clock: { startAt: number; speed: number; mayRunAhead?: boolean };
  /**
   * What was due by then counts as reported, so that a simulation continues an earlier run with the same seed
   * and labels.
   */
  reportedUntil?: number;
  /** Port of the carriers' APIs; absent: any free port. */
  port?: number;
}

export interface SimulatedCarrier {
  dialect: Dialect;
  /**
   * Credentials of the account at the carrier: it signs its pushes with them and requires them from callers.
   */
  credentials: Credentials;
  parcels: number;
  sameDay?: SameDay;
  /** URL for its pushes; absent until `start`, or when the account is only polled. */
  hookUrl?: string;
  /** Calls a second before it answers 429; absent: no limit. */
  callsPerSecondMax?: number;
  /** Overrides the simulation's `reportedUntil` for this carrier. */
  reportedUntil?: number;
}

/** A parcel as its sender knows it. */
export interface SimulatedParcel extends Parcel {
  kind: JourneyKindName;
  /** Milliseconds since 1970 UTC. */
  labelAt: number;
}

/** The number and label time of a parcel, available without planning its journey. */
export interface SimulatedLabel {
  carrier: string;
  trackingNumber: string;
  /** Milliseconds since 1970 UTC. */
  labelAt: number;
  /** Serial number of a same-day parcel; null for others. */
  sameDay: number | null;
}

/** A report of the past. */
export interface ReplayedReport {
  carrier: string;
  trackingNumber: string;
  /** When it was reported, milliseconds since 1970 UTC. */
  at: number;
  /**
   * The requests that were sent then, signed with the current time. Empty where the carrier does not push.
   */
  pushes(): PushRequest[];
}

export interface ParcelTruth {
  kind: JourneyKindName;
  /** The events reported so far, oldest first, including wrong codes and clocks. */
  reported: readonly JourneyEvent[];
  /** The current state that a perfect receiver derives. */
  observable: ShipmentState;
  /** The state at the end of the journey. */
  end: ShipmentState;
}

export interface Progress {
  /** The simulated clock, milliseconds since 1970 UTC. */
  now: number;
  /** Reports so far, including repeated and lost ones. */
  reportCount: number;
  /** Parcels with reports left. */
  unfinished: number;
  pushes: PushCounts;
}

export interface Simulation {
  /** Carrier → address of its API, for the account's `baseUrl`. */
  baseUrls: Readonly<Record<string, string>>;
  /** Every parcel, one at a time, because a list of a hundred thousand would be large. */
  parcels(): Generator<SimulatedParcel>;
  /** Every label, in order of time. */
  labels(): SimulatedLabel[];
  /** Throws a RangeError for a number that the carrier does not have. */
  parcel(carrier: string, trackingNumber: string): SimulatedParcel;
  /**
   * Before `start`: returns all reports due until then, in order of time, instead of pushing them. Polls in
   * the meantime are answered with the reports returned so far.
   */
  replay(until: number): Generator<ReplayedReport>;
  /** One push with everything that the carrier has reported of a parcel; null where it does not push. */
  history(carrier: string, trackingNumber: string): PushRequest[] | null;
  /** Starts the clock. `hookUrls` adds push URLs by carrier to those of the options. */
  start(hookUrls?: Readonly<Record<string, string>>): void;
  /** The simulated clock, milliseconds since 1970 UTC. */
  now(): number;
  setFaults(carrier: string, faults: Partial<Faults>): void;
  progress(): Progress;
  /** Throws a RangeError for a number that the carrier does not have. */
  truth(carrier: string, trackingNumber: string): ParcelTruth;
  /** Resolves when everything is reported and pushed, or after `stop`. */
  finished(): Promise<void>;
  stop(): Promise<void>;
}
