import type { Queries } from '../../../platform/database/database.ts';
import {
  type FactRow,
  factsOfRows,
  type ShipmentRecord,
  type SourcedFact,
  unpackStates,
} from '../../tracking/index.ts';

/** All data of a shipment's page, read by one statement. */
export interface PortalRecord
  extends Pick<
    ShipmentRecord,
    | 'trackingId'
    | 'references'
    | 'recipientName'
    | 'destination'
    | 'service'
    | 'promisedFrom'
    | 'promisedTo'
    | 'states'
  > {
  shipmentId: string;
  workspaceId: string;
  /** Increases with every change of the shipment. */
  sequence: number;
  hasPostcode: boolean;
  /** Empty unless details are requested. */
  legs: PortalLeg[];
  facts: SourcedFact['fact'][];
}

export interface PortalLeg {
  id: string;
  parcel: number;
  carrier: string;
  trackingNumber: string;
}

type Row = Omit<PortalRecord, 'states' | 'legs' | 'facts'> & {
  states: string;
  legs: PortalLeg[] | null;
  facts: FactRow[] | null;
};

/**
 * The shipment with this tracking id in any workspace: a recipient has no workspace, and a tracking id is
 * unique and cannot be guessed. All further data is read within the shipment's workspace. Null when there is
 * no such shipment.
 */
export async function portalShipment(
  queries: Queries,
  trackingId: string,
  { withDetails }: { withDetails: boolean },
): Promise<PortalRecord | null> {
  const [row] = await queries.query<Row>(
    `select s.id as "shipmentId", s.workspace_id as "workspaceId", s.tracking_id as "trackingId", s.sequence,
       s.references_given as "references", s.recipient_name as "recipientName", s.destination, s.service,
       s.promised_from as "promisedFrom", s.promised_to as "promisedTo", s.states,
       coalesce(l.destination_postcode, '') <> '' as "hasPostcode",
       case when $2::boolean then (
         select json_agg(json_build_object('id', g.id, 'parcel', g.parcel, 'carrier', g.carrier, 'trackingNumber', g.tracking_number)
                         order by g.parcel, g.valid_from, g.id)
         from leg g where g.shipment_id = s.id and g.workspace_id = s.workspace_id) end as legs,
       case when $2::boolean then (
         select json_agg(json_build_object('legId', e.leg_id, 'identity', replace(e.identity::text, '-', ''),
                           'revision', replace(e.revision::text, '-', ''), 'source', e.source,
                           'receivedAt', floor(extract(epoch from e.received_at) * 1000), 'reading', e.reading, 'fact', e.fact))
         from leg g join tracking_event e on e.leg_id = g.id
         where g.shipment_id = s.id and g.workspace_id = s.workspace_id) end as facts
     from shipment_lookup l join shipment s on s.id = l.shipment_id
     where l.tracking_id = $1`,
    [trackingId, withDetails],
    'portal_shipment',
  );
  if (!row) return null;
  const { states, legs, facts, ...rest } = row;
  return {
    ...rest,
    states: unpackStates(states),
    legs: legs ?? [],
    facts: factsOfRows(facts ?? []),
  };
}

/** The sequence number of a shipment's last change, and what access to it depends on. */
export interface PortalPosition {
  shipmentId: string;
  workspaceId: string;
  sequence: number;
}

/** Null when there is no such shipment. */
export async function portalPosition(queries: Queries, trackingId: string): Promise<PortalPosition | null> {
  const [row] = await queries.query<PortalPosition>(
    `select s.id as "shipmentId", s.workspace_id as "workspaceId", s.sequence
     from shipment_lookup l join shipment s on s.id = l.shipment_id where l.tracking_id = $1`,
    [trackingId],
    'portal_position',
  );
  return row ?? null;
}
