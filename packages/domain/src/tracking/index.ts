export * from './confidence.ts';
export * from './fact.ts';
export { evolve, fold } from './fold.ts';
export { canonical, identityOf, revisionOf } from './identity.ts';
export { compareKeys, type OrderKey, orderKeyOf, orderMomentOf } from './order.ts';
export * from './plausibility.ts';
export * from './problem.ts';
export { type EntrySummary, emptyState, type ShipmentState, type StateFlag, stateFlags } from './state.ts';
export { type RecordedEvent, type TimelineEntry, timelineOf } from './timeline.ts';
