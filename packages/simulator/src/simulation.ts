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
  /** Labels are made between these, milliseconds since 1970 UTC; how they are spread, see carrier-plan.ts. */
  labels: { from: number; to: number; spread?(share: number): number };
  /** `startAt` in milliseconds since 1970 UTC, `speed` from 1 to 100,000; see clock.ts. */
  clock: { startAt: number; speed: number; mayRunAhead?: boolean };
  /** What was due by then counts as told already: to go on where an earlier run with the same seed and labels stopped. */
  reportedUntil?: number;
  /** Of the carriers' APIs; absent: any free one. */
  port?: number;
}

export interface SimulatedCarrier {
  dialect: Dialect;
  /** Of the account at the carrier: what it signs its pushes with and asks its callers for. */
  credentials: Credentials;
  parcels: number;
  sameDay?: SameDay;
  /** Where it pushes to; absent until `begin`, or when the account is only polled. */
  hookUrl?: string;
  /** Calls a second beyond which it answers 429; absent: no limit. */
  callsPerSecondMax?: number;
  /** For this carrier instead of the simulation's `toldUntil`. */
  reportedUntil?: number;
}

/** A parcel as its sender knows it. */
export interface SimulatedParcel extends Parcel {
  kind: JourneyKindName;
  /** Milliseconds since 1970 UTC. */
  labelAt: number;
}

/** A parcel that is known by its number only, which costs nothing. */
export interface SimulatedLabel {
  carrier: string;
  trackingNumber: string;
  /** Milliseconds since 1970 UTC. */
  labelAt: number;
  /** Serial of a same-day parcel; null for others. */
  sameDay: number | null;
}

/** Something a carrier said while its past was told. */
export interface ReplayedReport {
  carrier: string;
  trackingNumber: string;
  /** When it was said, milliseconds since 1970 UTC. */
  at: number;
  /** What was sent then, signed with the clock of now; nothing where the carrier does not push. */
  pushes(): PushRequest[];
}

export interface ParcelTruth {
  kind: JourneyKindName;
  /** What has been told so far, oldest first, wrong codes and clocks included. */
  reported: readonly JourneyEvent[];
  /** Where a perfect listener must believe it to stand now. */
  observable: ShipmentState;
  /** Where it stands in the end. */
  end: ShipmentState;
}

export interface Progress {
  /** The simulated clock, milliseconds since 1970 UTC. */
  now: number;
  /** Tellings so far, repeats and lost ones included. */
  reportCount: number;
  /** Parcels of which something is still to be told. */
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
  /** Throws a RangeError for a number that is none of the carrier's. */
  parcel(carrier: string, trackingNumber: string): SimulatedParcel;
  /**
   * Before `begin`: tells what was due until then at once, in order of time, and hands it over instead of pushing it. Whoever asks a carrier
   * meanwhile is answered with what has been told so far.
   */
  replay(until: number): Generator<ReplayedReport>;
  /** One push that holds all that the carrier has told of a parcel; null where it does not push. */
  history(carrier: string, trackingNumber: string): PushRequest[] | null;
  /** Sets the clock going. `hookUrls` adds hook addresses by carrier to those of the options. */
  start(hookUrls?: Readonly<Record<string, string>>): void;
  /** The simulated clock, milliseconds since 1970 UTC. */
  now(): number;
  setFaults(carrier: string, faults: Partial<Faults>): void;
  progress(): Progress;
  /** Throws a RangeError for a number that is none of the carrier's. */
  truth(carrier: string, trackingNumber: string): ParcelTruth;
  /** Resolves when everything has been told and pushed, or `stop` was called. */
  finished(): Promise<void>;
  stop(): Promise<void>;
}
