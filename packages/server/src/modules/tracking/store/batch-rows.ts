import { defineColumns, type RowOf } from '../../../platform/database/row-columns.ts';

/*
 * The rows that one batch writes, a table of columns per relation. To add a column: add it here and in a
 * migration, and the compiler names the code that has to provide its value.
 */

export const eventColumns = defineColumns({
  legId: 'uuid',
  identity: 'uuid',
  revision: 'uuid',
  workspaceId: 'uuid',
  kind: 'code',
  occurredAt: 'timestamptz?',
  milestone: 'code?',
  subStatus: 'code?',
  source: 'code',
  accountId: 'uuid',
  rawMessageId: 'uuid',
  receivedAt: 'timestamptz',
  reading: 'bigint',
  fact: 'json',
});
export type EventRow = RowOf<typeof eventColumns>;

/** Columns of a shipment that events change. */
const statusColumns = {
  id: 'uuid',
  milestone: 'code',
  subStatus: 'code',
  since: 'timestamptz?',
  lastEventAt: 'timestamptz?',
  expectedFrom: 'timestamptz?',
  expectedTo: 'timestamptz?',
  deliveredAt: 'timestamptz?',
  service: 'text?',
  destinationCountry: 'text?',
  openExceptions: 'code[]',
  hasException: 'boolean',
  flags: 'code[]',
  sequence: 'bigint',
  states: 'json text',
} as const;

export const shipmentUpdateColumns = defineColumns({
  ...statusColumns,
  /** Not a column: whether anything changed that `shipment_under_way` contains. */
  movesOn: 'boolean',
});
export type ShipmentUpdate = RowOf<typeof shipmentUpdateColumns>;

export const newShipmentColumns = defineColumns({
  ...statusColumns,
  workspaceId: 'uuid',
  trackingId: 'text',
  carrier: 'text',
  trackingNumber: 'text',
  referencesGiven: 'text[]',
  recipientName: 'text?',
  recipientEmail: 'text?',
  origin: 'jsonb',
  destination: 'jsonb',
  destinationPostcode: 'text?',
  despatchDate: 'date?',
  promisedFrom: 'timestamptz?',
  promisedTo: 'timestamptz?',
  createdAt: 'timestamptz',
});
export type NewShipmentRow = RowOf<typeof newShipmentColumns>;

/** A leg that a shipment takes over, or that a hand-over opened. */
export const takenLegColumns = defineColumns({ id: 'uuid', shipmentId: 'uuid', parcel: 'smallint' });
export type TakenLegRow = RowOf<typeof takenLegColumns>;

export const deadlineColumns = defineColumns({
  shipmentId: 'uuid',
  workspaceId: 'uuid',
  rule: 'code',
  /** Null removes the deadline. */
  dueAt: 'timestamptz?',
});
export type DeadlineRow = RowOf<typeof deadlineColumns>;

export const resolvedColumns = defineColumns({ shipmentId: 'uuid', rule: 'code' });
export type ResolvedRow = RowOf<typeof resolvedColumns>;

export const problemColumns = defineColumns({
  workspaceId: 'uuid',
  accountId: 'uuid',
  carrier: 'text',
  kind: 'code',
  cause: 'text',
  detail: 'text',
  pointer: 'text',
  rawMessageId: 'uuid',
  receivedAt: 'timestamptz',
});
export type ProblemRow = RowOf<typeof problemColumns>;

export const accountColumns = defineColumns({ id: 'uuid', lastReceivedAt: 'timestamptz' });
export type AccountReceipt = RowOf<typeof accountColumns>;
