import type { Queries } from '../../../platform/database/database.ts';
import type { LegRow } from './record-store.ts';

/** How far before its registration a new use of a number may have begun. */
const leadMs = 14 * 86_400_000;

/** Ends a leg and opens the next one of the same number: carriers use their numbers again. */
export async function startNewUse(
  queries: Queries,
  leg: LegRow,
  tools: { newId(): string; now(): number },
): Promise<LegRow> {
  const validFrom = tools.now() - leadMs;
  const fresh: LegRow = {
    ...leg,
    id: tools.newId(),
    shipmentId: null,
    parcel: 1,
    validFrom,
    validTo: null,
    isNew: true,
  };
  const from = new Date(validFrom).toISOString();
  await queries.query('update leg set valid_to = $2 where id = $1', [leg.id, from]);
  await queries.query(
    'insert into leg (id, workspace_id, carrier, tracking_number, valid_from) values ($1, $2, $3, $4, $5)',
    [fresh.id, leg.workspaceId, leg.carrier, leg.trackingNumber, from],
  );
  return fresh;
}
