export type { LiveStream, OutboxItem } from './outbox-item.ts';
export type { ChangeEvent, ShipmentChange } from './shipment-change.ts';
export { forgetChangesBefore } from './store/changes.ts';
export { type OutboxRow, outboxColumns } from './store/outbox-rows.ts';
export { startLiveStream } from './stream/start-live-stream.ts';
export { startWebhookDispatch } from './webhooks/start-webhook-dispatch.ts';
