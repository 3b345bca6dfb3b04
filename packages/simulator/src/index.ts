export type { SameDay } from './carrier-plan.ts';
export type {
  CarrierWorld,
  Credentials,
  Dialect,
  Happening,
  Parcel,
  PushRequest,
} from './dialect.ts';
export { dialectNames, loadDialect } from './dialects.ts';
export type { Faults } from './faults.ts';
export { type JourneyKindName, journeyKindNames, journeyKinds } from './journey-kinds.ts';
export type { LoadRecord } from './load/load-records.ts';
export { type Load, type LoadOptions, type LoadSummary, startLoad } from './load/start-load.ts';
export type { PushCounts } from './pusher.ts';
export type {
  ParcelTruth,
  Progress,
  Recounted,
  SimulatedCarrier,
  SimulatedLabel,
  SimulatedParcel,
  Simulation,
  SimulationOptions,
} from './simulation.ts';
export { startSimulation } from './start-simulation.ts';
export { type Recoverable, recoverableOf } from './tellings.ts';
export { knowableOf, truthOf } from './truth.ts';
export { type Unruliness, type UnrulinessPreset, unrulinessPresets } from './unruliness.ts';
