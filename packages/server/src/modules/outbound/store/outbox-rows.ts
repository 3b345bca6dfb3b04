import { defineColumns, type RowOf } from '../../../platform/database/row-columns.ts';

/** A change, as the statements of other modules write it within their own transactions. */
export const outboxColumns = defineColumns({
  workspaceId: 'uuid',
  shipmentId: 'uuid',
  shipmentSequence: 'bigint',
  type: 'code',
  payload: 'json text',
});
export type OutboxRow = RowOf<typeof outboxColumns>;
