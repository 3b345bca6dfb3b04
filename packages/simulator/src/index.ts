export type {
  CarrierWorld,
  Credentials,
  Dialect,
  JourneyEvent,
  Parcel,
  PushRequest,
} from './dialect.ts';
export { dialectNames, loadDialect } from './dialects.ts';
export { type FaultRatePreset, type FaultRates, faultRatePresets } from './faults/fault-rates.ts';
export type { Faults } from './faults/faults.ts';
export { type JourneyKindName, journeyKindNames, journeyKinds } from './journeys/journey-kinds.ts';
export { observableState, truthOf } from './journeys/truth.ts';
export type { LoadRecord } from './load/load-records.ts';
export { type Load, type LoadOptions, type LoadSummary, startLoad } from './load/start-load.ts';
export type { PushCounts } from './push/pusher.ts';
export type {
  ParcelTruth,
  Progress,
  ReplayedReport,
  SimulatedCarrier,
  SimulatedLabel,
  SimulatedParcel,
  Simulation,
  SimulationOptions,
} from './simulation.ts';
export { startSimulation } from './start-simulation.ts';
export type { SameDay } from './world/carrier-plan.ts';
export { type Recoverable, recoverableOf } from './world/plan-reports.ts';
