import type { Queries } from '../../../platform/database/database.ts';

/** A shipment that may belong to a number. */
export interface PortalCandidate {
  trackingId: string;
  /** Capital letters and digits only; null when the sender gave none. */
  postcode: string | null;
  /**
   * A reference is the sender's own number. Other senders may use the same one, so it requires a postcode.
   */
  by: 'number' | 'reference';
}

const candidatesMax = 20;

/** The same number in every form in which it may be stored. */
export interface NumberForms {
  /** A Milepost tracking id, if the number has that form. */
  trackingId: string | null;
  /** In the stored form of carriers' numbers. */
  trackingNumber: string;
  /** As entered. */
  reference: string;
}

/**
 * Shipments that may belong to a number, newest first, of all workspaces, because a recipient has no
 * workspace. The work is the same whether something is found or not, and each workspace is searched by its
 * own indexes.
 */
export function portalCandidates(queries: Queries, forms: NumberForms): Promise<PortalCandidate[]> {
  return queries.query<PortalCandidate>(
    `select l.tracking_id as "trackingId", l.destination_postcode as postcode, min(found.by) as by
     from (
       select shipment_id, 'number' as by from shipment_lookup where tracking_id = $1
       union all
       select one.shipment_id, one.by from workspace w cross join lateral (
         select shipment_id, 'number' as by from leg
         where workspace_id = w.id and tracking_number = $2 and shipment_id is not null
         union all
         select shipment_id, 'reference' from shipment_reference where workspace_id = w.id and reference = any($3::text[])
       ) one
     ) found join shipment_lookup l on l.shipment_id = found.shipment_id
     group by l.shipment_id, l.tracking_id, l.destination_postcode
     order by l.shipment_id desc limit ${candidatesMax}`,
    [
      forms.trackingId ?? '',
      forms.trackingNumber,
      [...new Set([forms.reference, forms.reference.toUpperCase()])],
    ],
    'portal_candidates',
  );
}
