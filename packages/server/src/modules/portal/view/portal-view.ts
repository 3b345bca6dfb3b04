import type { PortalEvent, PortalParcel, PortalPlace, PortalShipment } from '@milepost/contract';
import {
  type PlaceText,
  rollUp,
  type ShipmentState,
  type SubStatus,
  type TimelineEntry,
  timelineOf,
} from '@milepost/domain';
import type { PortalRecord } from '../store/portal-shipment.ts';
import { arrivalOf, withoutHours } from './arrival.ts';
import { clockAt, localTimeIn } from './local-clock.ts';

/** What the view depends on beside the record. */
export interface PortalContext {
  level: PortalShipment['level'];
  now: number;
  carriers: ReadonlyMap<string, { manifest: { title: string; trackingPage: string | null } }>;
}

/**
 * Derives what a recipient may see from the record. Only this function decides: at the level `number` it is
 * the milestone and the day, and nothing else.
 */
export function portalShipmentOf(record: PortalRecord, context: PortalContext): PortalShipment {
  const state = rollUp(Object.values(record.states));
  const zone = zoneOf(state);
  const arrival = arrivalOf(record, state, zone);
  const isOpen = context.level === 'details';
  const today = (localTimeIn(zone ?? 'UTC', context.now) ?? new Date(context.now).toISOString()).slice(0, 10);
  return {
    trackingId: record.trackingId,
    level: context.level,
    milestone: state.milestone,
    today,
    ...(isOverdue(state, today, zone) ? { isOverdue: true } : {}),
    arrival: isOpen ? arrival : withoutHours(arrival),
    hasPostcode: record.hasPostcode,
    details: isOpen ? detailsOf(record, state, { zone, carriers: context.carriers }) : null,
  };
}

function isOverdue({ milestone, since }: ShipmentState, today: string, zone: string | null): boolean {
  return (
    milestone === 'out_for_delivery' && since !== null && clockAt(since, zone).localTime.slice(0, 10) < today
  );
}

function detailsOf(
  record: PortalRecord,
  state: ShipmentState,
  { zone, carriers }: { zone: string | null; carriers: PortalContext['carriers'] },
): PortalShipment['details'] {
  const { details } = state;
  const entries = shownEntries(record);
  const parcelOfLeg = new Map(record.legs.map((leg) => [leg.id, leg.parcel]));
  const hasSeveral = Object.keys(record.states).length > 1;
  return {
    subStatus: state.subStatus,
    recipientName: record.recipientName,
    signedBy: state.signedBy ?? details.signedBy ?? null,
    destination: placeOf(record.destination ?? details.destination ?? null),
    references: record.references,
    service: record.service ?? details.service ?? null,
    pickupBy: details.pickupBy ? clockAt(details.pickupBy, zone).localTime : null,
    parcels: parcelsOf(record, carriers),
    timeline: entries
      .map((entry) => eventOf(entry, hasSeveral ? (parcelOfLeg.get(entry.lead.legId) ?? null) : null))
      .toReversed(),
    hasMap: entries.some(({ lead }) => lead.place?.point !== undefined),
  };
}

/** Not shown to recipients: internal information and events that are not mapped yet. */
const hiddenSubStatuses: ReadonlySet<SubStatus> = new Set([
  'in_transit.information',
  'unknown.unmapped',
  'unknown.unreadable',
]);
const confidenceMin = 0.35;

/** The events shown to a recipient, oldest first: those that happened, with sufficient confidence. */
export function shownEntries({ facts }: PortalRecord): TimelineEntry[] {
  return timelineOf(facts).filter(
    ({ lead, confidence }) =>
      lead.classifier === 'actual' &&
      lead.milestone !== 'pending' &&
      !hiddenSubStatuses.has(lead.subStatus) &&
      confidence >= confidenceMin,
  );
}

function eventOf({ lead }: TimelineEntry, parcel: number | null): PortalEvent {
  const clock = clockAt(lead.time, lead.place?.zone);
  return {
    subStatus: lead.subStatus,
    ...clock,
    occurredAt: lead.time.occurredAt,
    place: placeOf(lead.place),
    parcel,
  };
}

function parcelsOf({ states, legs }: PortalRecord, carriers: PortalContext['carriers']): PortalParcel[] {
  return Object.entries(states).map(([key, { milestone }]) => {
    const position = Number(key);
    const own = legs.filter((leg) => leg.parcel === position);
    return {
      position,
      milestone,
      carriers: own.map(({ carrier, trackingNumber }) => {
        const manifest = carriers.get(carrier)?.manifest;
        const page = manifest?.trackingPage;
        return {
          title: manifest?.title ?? carrier,
          trackingNumber,
          trackingPage: page?.replace('{number}', encodeURIComponent(trackingNumber)) ?? null,
        };
      }),
    };
  });
}

/** Contains the town and never the street. */
function placeOf(place: PlaceText | null): PortalPlace | null {
  if (place === null) return null;
  const { name = null, postcode = null, country = null } = place;
  return name === null && postcode === null && country === null ? null : { name, postcode, country };
}

/** Zone of the destination given by the carrier, else of the last known place. */
function zoneOf({ details, last }: ShipmentState): string | null {
  return details.destination?.zone ?? last?.place?.zone ?? null;
}
