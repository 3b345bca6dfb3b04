import type {
  Milestone,
  PortalAddresses,
  PortalArrival,
  PortalBrand,
  PortalDetails,
  PortalEvent,
  PortalPage,
  SubStatus,
} from '@milepost/contract';

/**
 * Every state of a recipient's page, as sample data, so that each can be viewed and measured without waiting
 * for it.
 */
export interface PortalState {
  name: string;
  page: PortalPage;
}

const today = '2026-11-20';
const brand: PortalBrand = {
  name: 'Tea & Kettle',
  colour: '#e8590c',
  hasLogo: false,
  support: { email: 'help@tea.example', phone: '+31 20 123 45 67', url: 'https://tea.example/help' },
  note: 'We pack with paper only.',
};

const places = {
  ghent: { name: 'Ghent', postcode: '9000', country: 'BE' },
  utrecht: { name: 'Utrecht', postcode: '3511 LX', country: 'NL' },
};

const subStatuses: Record<Milestone, SubStatus> = {
  pending: 'pending.not_found',
  info_received: 'info_received.label_created',
  in_transit: 'in_transit.arrived_destination_country',
  out_for_delivery: 'out_for_delivery.arriving_soon',
  available_for_pickup: 'available_for_pickup.last_call',
  attempt_failed: 'attempt_failed.not_home',
  exception: 'exception.customs_documents',
  returning: 'returning.started',
  delivered: 'delivered.neighbour',
  returned: 'returned.to_warehouse',
  cancelled: 'cancelled.by_sender',
  expired: 'expired.no_updates',
  unknown: 'unknown.unmapped',
};

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
const milestoneNames = Object.keys(subStatuses) as Milestone[];

function arrivalOf(milestone: Milestone): PortalArrival | null {
  if (milestone === 'pending' || milestone === 'unknown') return null;
  const isDelivered = milestone === 'delivered';
  const day = isDelivered || milestone === 'out_for_delivery' ? today : '2026-11-21';
  const hours = isDelivered ? { fromTime: '09:30', toTime: '09:30' } : { fromTime: '10:00', toTime: '13:00' };
  return { kind: isDelivered ? 'delivered' : 'expected', fromDay: day, toDay: day, ...hours };
}

function portalEvent(subStatus: SubStatus, localTime: string, parcel: number | null): PortalEvent {
  const occurredAt = localTime.length > 10 ? Date.parse(`${localTime}:00+01:00`) : null;
  const zone = occurredAt === null ? null : 'Europe/Brussels';
  return { subStatus, localTime, zone, occurredAt, place: places.ghent, parcel };
}

function detailsOf(milestone: Milestone, parcelCount: number): PortalDetails {
  const parcel = parcelCount > 1 ? 1 : null;
  const carrier = {
    title: 'Toy Post',
    trackingNumber: '3STOY0012345678',
    trackingPage: 'https://toy.example/3STOY',
  };
  return {
    subStatus: subStatuses[milestone],
    recipientName: 'Noor van den Berg-Østergaard',
    signedBy: milestone === 'delivered' ? 'F. Neighbour' : null,
    destination: places.utrecht,
    references: ['ORDER-2026-000042'],
    service: 'Parcel with signature',
    pickupBy: milestone === 'available_for_pickup' ? '2026-11-27T18:00' : null,
    parcels: Array.from({ length: parcelCount }, (_, index) => ({
      position: index + 1,
      milestone: index === 0 ? milestone : 'in_transit',
      carriers: [carrier],
    })),
    timeline: [
      portalEvent(subStatuses[milestone], '2026-11-20T07:42', parcel),
      portalEvent('in_transit.customs_cleared', '2026-11-19', parcel),
      portalEvent('in_transit.accepted', '2026-11-18T16:05', parcel),
    ],
    hasMap: true,
  };
}

interface ShownLevel {
  level: 'number' | 'details';
  parcelCount?: number;
}

function shipmentPage(
  milestone: Milestone,
  { level, parcelCount = 1 }: ShownLevel,
): PortalPage & { kind: 'shipment' } {
  const arrival = arrivalOf(milestone);
  const isOpen = level === 'details';
  return {
    kind: 'shipment',
    brand,
    version: 'a',
    linkExpired: false,
    shipment: {
      trackingId: 'M0123456789AB',
      level,
      milestone,
      today,
      arrival: isOpen ? arrival : arrival && { ...arrival, fromTime: null, toTime: null },
      hasPostcode: true,
      details: isOpen ? detailsOf(milestone, parcelCount) : null,
    },
  };
}

function lateAndExpired(): PortalState[] {
  const late = shipmentPage('in_transit', { level: 'details' });
  const arrival: PortalArrival = {
    kind: 'expected',
    fromDay: '2026-11-17',
    toDay: '2026-11-18',
    fromTime: null,
    toTime: null,
  };
  const closed = shipmentPage('in_transit', { level: 'number' });
  return [
    { name: 'late', page: { ...late, shipment: { ...late.shipment, arrival } } },
    { name: 'link-expired', page: { ...closed, linkExpired: true } },
    { name: 'no-postcode', page: { ...closed, shipment: { ...closed.shipment, hasPostcode: false } } },
    { name: 'several-parcels', page: shipmentPage('in_transit', { level: 'details', parcelCount: 3 }) },
  ];
}

const nothing = { number: '', postcode: '' };
const lookUps: PortalState[] = [
  { name: 'look-up', page: { kind: 'look-up', problem: null, given: nothing, brand: null } },
  {
    name: 'not-found',
    page: { kind: 'look-up', problem: 'not_found', given: { number: 'TOY1', postcode: '3511' }, brand },
  },
  { name: 'too-many', page: { kind: 'look-up', problem: 'too_many', given: nothing, brand } },
  { name: 'unavailable', page: { kind: 'look-up', problem: 'unavailable', given: nothing, brand } },
];

export const portalStates: readonly PortalState[] = [
  ...milestoneNames.map((name) => ({ name, page: shipmentPage(name, { level: 'details' }) })),
  ...milestoneNames.map((name) => ({
    name: `${name}-by-number`,
    page: shipmentPage(name, { level: 'number' }),
  })),
  ...lateAndExpired(),
  ...lookUps,
];

export function addressesFor(language: string): PortalAddresses {
  return { language, linkSuffix: '', script: null, nonce: '', publicUrl: 'https://milepost.example' };
}
