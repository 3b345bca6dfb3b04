import { packState, type ShipmentState, type StoredState, unpackState } from '@milepost/domain';
import type { Queries } from '../../../platform/database/database.ts';

type StoredShipmentRow = Omit<ShipmentRow, 'states'> & { states: string };

/** What projection needs of a shipment, which is locked until the transaction ends. */
export interface ShipmentRow {
  id: string;
  workspaceId: string;
  trackingId: string;
  carrier: string;
  trackingNumber: string;
  sequence: number;
  createdAt: number;
  /** Codes of the open delivery exceptions. */
  openExceptions: string[];
  /** By parcel position. */
  states: Record<string, ShipmentState>;
}

export async function lockShipments(queries: Queries, ids: readonly string[]): Promise<ShipmentRow[]> {
  if (ids.length === 0) return [];
  const rows = await queries.query<StoredShipmentRow>(
    `select id, workspace_id as "workspaceId", tracking_id as "trackingId", carrier, tracking_number as "trackingNumber", sequence,
            created_at as "createdAt", open_exceptions as "openExceptions", states
     from shipment where id = any($1::uuid[]) order by id for no key update`,
    [ids],
    'lock_shipments',
  );
  return rows.map((row) => ({ ...row, states: unpackStates(row.states) }));
}

/** Reads the column `states`, which contains the result of `packStates` as JSON. */
export function unpackStates(column: string): Record<string, ShipmentState> {
  // Only Milepost writes this column, with the result of packStates.
  const stored = JSON.parse(column) as Record<string, StoredState>;
  return Object.fromEntries(Object.entries(stored).map(([parcel, state]) => [parcel, unpackState(state)]));
}

/** By parcel position. */
export function packStates(states: Readonly<Record<string, ShipmentState>>): Record<string, StoredState> {
  return Object.fromEntries(Object.entries(states).map(([parcel, state]) => [parcel, packState(state)]));
}
