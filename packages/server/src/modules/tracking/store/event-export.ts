import { type EventFact, type StoredFact, unpackFact } from '@milepost/domain';
import type { Queries } from '../../../platform/database/database.ts';

/** An event of the record with its current shipment. Instants are milliseconds since 1970 UTC. */
export interface ExportedEvent {
  position: number;
  shipmentId: string | null;
  trackingId: string | null;
  legId: string;
  carrier: string;
  trackingNumber: string;
  identity: string;
  revision: string;
  source: string;
  rawMessageId: string;
  receivedAt: number;
  recordedAt: number;
  fact: EventFact;
}

export interface ExportFilter {
  workspaceId: string;
  /** Milliseconds since 1970 UTC, by the time of receipt; `to` is excluded. */
  receivedFrom: number | null;
  receivedTo: number | null;
  milestone: string | null;
}

export interface ExportPage {
  events: ExportedEvent[];
  /** Position of the last row that was read, whether it matched or not. */
  lastPosition: number;
  /** There are no further rows. */
  isLast: boolean;
}

/**
 * Reads the next rows of the record. A page is bounded by the rows read and not by those that match, so that
 * a rare milestone needs many short queries and never a long one. Positions of a workspace become visible in
 * ascending order, so no row appears before the cursor later.
 */
export async function exportPage(
  queries: Queries,
  filter: ExportFilter,
  after: number,
  rowsMax: number,
): Promise<ExportPage> {
  const rows = await queries.query<Omit<ExportedEvent, 'fact'> & { fact: StoredFact; matches: boolean }>(
    pageSql,
    [
      filter.workspaceId,
      after,
      rowsMax,
      isoOrNull(filter.receivedFrom),
      isoOrNull(filter.receivedTo),
      filter.milestone,
    ],
    'export_events',
  );
  const lastPosition = rows.at(-1)?.position ?? after;
  const events = rows.filter((row) => row.matches).map((row) => ({ ...row, fact: asEvent(row.fact) }));
  return { events, lastPosition, isLast: rows.length < rowsMax };
}

/** Rows that match are events. */
function asEvent(stored: StoredFact): EventFact {
  const fact = unpackFact(stored);
  if (fact.kind !== 'event') throw new Error('The export selects events only.');
  return fact;
}

// Of rows that do not match, only the position is returned.
const pageSql = `
with looked_at as materialized (
  select *, kind = 'event' and ($4::timestamptz is null or received_at >= $4) and ($5::timestamptz is null or received_at < $5)
            and ($6::text is null or milestone = $6) as matches
  from tracking_event where workspace_id = $1 and position > $2 order by position limit $3
)
select e.position, e.matches, s.id as "shipmentId", s.tracking_id as "trackingId", l.id as "legId", l.carrier, l.tracking_number as "trackingNumber",
       case when e.matches then replace(e.identity::text, '-', '') end as identity,
       case when e.matches then replace(e.revision::text, '-', '') end as revision, e.source, e.raw_message_id as "rawMessageId",
       e.received_at as "receivedAt", e.recorded_at as "recordedAt", case when e.matches then e.fact end as fact
from looked_at e left join leg l on e.matches and l.id = e.leg_id left join shipment s on s.id = l.shipment_id
order by e.position`;

function isoOrNull(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
