export { findShipment } from './find-shipment.ts';
export type { BatchOutcome } from './pipeline/run-batch.ts';
export { type RegisterInput, type RegisterResult, register } from './registration/register.ts';
export { lockShipments, type ShipmentRow, unpackStates } from './store/locked-shipments.ts';
export type { ShipmentRecord, SourcedFact } from './store/shipment-read.ts';
export { type FactRow, factsOfRows } from './store/stored-row.ts';
export { startWorkerThread } from './worker/start-worker-thread.ts';
export { Worker, type WorkerOptions } from './worker/worker.ts';
