/**
 * DHL's Unified Shipment Tracking API 1.5 and its push 1.2. The tracking number selects one of two divisions,
 * because they differ in everything that matters: parcel-de sends pairs of event and reason and a wall clock
 * without offset, parcel-nl long names and an offset.
 */

import { formatOffset, type SubStatus, wallClockOf } from '@milepost/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CarrierWorld, Dialect, JourneyEvent, Parcel, PushRequest } from '../dialect.ts';

type Service = 'parcel-de' | 'parcel-nl';

/** The coarse class beside each code. As at DHL, a parcel that waits in a shop has the class `delivered`. */
type StatusCode = 'pre-transit' | 'transit' | 'delivered' | 'failure';

/**
 * [code at parcel-de, code at parcel-nl, class]. Neither division has a code for a delay without a reason.
 * parcel-de has none for the delivery depot and uses the code for an arrival.
 */
const codeTable = {
  'info_received.data_received': ['PARCV:NRQRD', 'PRENOTIFICATION_RECEIVED', 'pre-transit'],
  'info_received.pickup_scheduled': ['PURCR:BOOKN', 'WILL_BE_COLLECTED', 'pre-transit'],
  'in_transit.dropped_off': ['SHRCU:SERPT', 'SHIPMENT_ACCEPTANCE_PARCELSHOP', 'transit'],
  'in_transit.accepted': ['PCKDU:PUBCR', 'PARCEL_COLLECTED', 'transit'],
  'in_transit.processing': ['SRTED:NRQRD', 'PARCEL_SORTED_AT_HUB', 'transit'],
  'in_transit.departed_facility': ['MVDPT:NRQRD', 'DEPARTURE', 'transit'],
  'in_transit.arrived_facility': ['MVARR:NRQRD', 'ARRIVED_AT_TERMINAL', 'transit'],
  'in_transit.arrived_delivery_depot': ['EE', 'PARCEL_ARRIVED_AT_LOCAL_DEPOT', 'transit'],
  'in_transit.customs_started': ['ICPRC:NRQRD', 'IN_CLEARANCE_PROCESS', 'transit'],
  'in_transit.customs_cleared': ['ICPRC:OARRV', 'CLEARANCE_RELEASE', 'transit'],
  'out_for_delivery.with_driver': ['PO', 'OUT_FOR_DELIVERY', 'transit'],
  'attempt_failed.not_home': ['NTDEL:NHOME', 'NOT_HOME', 'transit'],
  'attempt_failed.closed': ['NTDEL:CLOSD', 'CLOSED', 'transit'],
  'available_for_pickup.ready': [
    'CNRFC:SERPT',
    'NOTIFICATION_FOR_PARCELSHOP_COLLECTION_HAS_BEEN_SENT',
    'delivered',
  ],
  'delivered.handed_over': ['DLVRD:ACCPT', 'DELIVERED', 'delivered'],
  'delivered.collected': ['DLVRD:ACCPK', 'COLLECTED_AT_PARCELSHOP', 'delivered'],
  'delivered.mailbox': ['DLVRD:POBOX', 'DELIVERED_IN_MAILBOX', 'delivered'],
  'delivered.neighbour': ['DLVRD:NGHBR', 'DELIVERED_AT_NEIGHBOURS', 'delivered'],
  'delivered.safe_place': ['DLVRD:SECPL', 'DELIVERED_AT_SAFEPLACE', 'delivered'],
  'exception.delayed_carrier': ['EXPHD:EQUBF', 'TRANSPORT_DELAY', 'transit'],
  'exception.misrouted': ['MSRTD:NRQRD', 'MISSORT', 'transit'],
  'exception.held': ['EXPHD:NRQRD', 'ON_HOLD', 'transit'],
  'exception.address_problem': ['EXPHD:BDADD', 'BAD_ADDRESS', 'failure'],
  'exception.refused': ['NTDEL:RFUSD', 'REFUSED_BY_RECEIVER', 'failure'],
  'exception.damaged': ['DMGDS:NRQRD', 'ARRIVED_DAMAGED', 'failure'],
  'returning.started': ['RETRN:NTCCN', 'STORAGE_PERIOD_ENDED_AT_PARCELSHOP', 'failure'],
  // parcel-de uses the same code for a delivery to the sender; the return flag distinguishes them.
  'returned.to_sender': ['DLVRD:ACCPT', 'RETURNED_TO_SHIPPER', 'delivered'],
} as const satisfies Partial<Record<SubStatus, readonly [string, string, StatusCode]>>;

const codesBySubStatus = new Map<SubStatus, readonly [string, string, StatusCode]>(
  // Object.entries widens the keys of a const table to string.
  Object.entries(codeTable) as [SubStatus, readonly [string, string, StatusCode]][],
);

export const dialect: Dialect = {
  carrier: 'dhl-unified',
  subStatuses: new Set(codesBySubStatus.keys()),
  newTrackingNumber(random) {
    const digits = (count: number): string =>
      Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
    return random() < 0.5 ? serialShippingCode(`340434${digits(11)}`) : `JVGL06${digits(14)}`;
  },
  serve(app, carrier) {
    app.get('/track/shipments', (request, reply) => answerPoll(request, reply, carrier));
  },
  push(parcel, journeyEvents, credentials): PushRequest[] {
    const header = credentials.webhookHeader ?? 'DHL-Push-Token';
    const headers = { 'content-type': 'application/json', [header]: credentials.webhookToken ?? '' };
    return [{ headers, body: JSON.stringify({ shipments: [shipmentOf(parcel, journeyEvents)] }) }];
  },
};

/** Twenty digits: the prefix 00, seventeen digits and GS1's check digit. */
function serialShippingCode(seventeen: string): string {
  const sum = [...seventeen].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return `00${seventeen}${(10 - (sum % 10)) % 10}`;
}

// ── poll ──

/** The gateway of the developer portal checks key and quota before the request reaches the service. */
function answerPoll(request: FastifyRequest, reply: FastifyReply, carrier: CarrierWorld): FastifyReply {
  if (request.headers['dhl-api-key'] !== carrier.credentials.apiKey)
    return refuse(reply, 401, 'Unauthorized', 'Unauthorized for given resource.');
  if (!carrier.admit())
    return refuse(
      reply,
      429,
      'Too Many Requests',
      'Too many requests within defined time period, please try again later.',
    );
  if (carrier.outage()) return refuse(reply, 503, 'Service Unavailable', 'The service cannot answer now.');
  const { trackingNumber, service } = asQuery(request.query);
  if (trackingNumber === undefined)
    return refuse(reply, 400, 'Bad request', 'The query parameter trackingNumber is required.');
  const parcel = carrier.parcel(trackingNumber);
  const journeyEvents = carrier.reportedEvents(trackingNumber);
  const isElsewhere = service !== undefined && service !== serviceOf(trackingNumber);
  if (parcel === null || journeyEvents.length === 0 || isElsewhere)
    return refuseUnknown(reply, trackingNumber);
  return reply.send({
    url: request.url,
    shipments: [shipmentOf(parcel, journeyEvents)],
    possibleAdditionalShipmentsUrl: ['freight', 'express'].map(
      (other) => `/track/shipments?trackingNumber=${trackingNumber}&service=${other}`,
    ),
  });
}

function asQuery(query: unknown): { trackingNumber?: string; service?: string } {
  // Fastify parses the query into an object of strings, or of lists where a name is repeated.
  const { trackingNumber, service } = query as Record<string, unknown>;
  return {
    ...(typeof trackingNumber === 'string' && { trackingNumber }),
    ...(typeof service === 'string' && { service }),
  };
}

function refuse(reply: FastifyReply, status: number, title: string, detail: string): FastifyReply {
  return reply.code(status).type('application/problem+json').send({ status, title, detail });
}

function refuseUnknown(reply: FastifyReply, trackingNumber: string): FastifyReply {
  return reply
    .code(404)
    .type('application/problem+json')
    .send({
      title: 'No result found',
      detail: 'No shipment with given tracking number found.',
      status: 404,
      instance: `/shipment/${trackingNumber}`,
    });
}

// ── answers ──

function serviceOf(trackingNumber: string): Service {
  return trackingNumber.startsWith('JVGL') ? 'parcel-nl' : 'parcel-de';
}

function shipmentOf(parcel: Parcel, journeyEvents: readonly JourneyEvent[]): object {
  const service = serviceOf(parcel.trackingNumber);
  const events = journeyEvents.toReversed().map((journeyEvent) => eventOf(journeyEvent, service));
  const { expected, destination } = parcel;
  return {
    id: parcel.trackingNumber,
    service,
    origin: addressOf(parcel.origin),
    destination: addressOf(destination),
    status: events[0],
    ...(expected && {
      estimatedDeliveryTimeFrame: {
        estimatedFrom: withOffset(expected.from, destination.zone),
        estimatedThrough: withOffset(expected.to, destination.zone),
      },
    }),
    returnFlag: journeyEvents.some(({ subStatus }) => subStatus.startsWith('return')),
    details: {
      product: { productName: service === 'parcel-nl' ? 'DHL For You' : 'DHL PAKET' },
      ...proofOf(journeyEvents, service),
      totalNumberOfPieces: 1,
      weight: { value: parcel.weightGrams / 1000, unitText: 'kg' },
      references: [{ number: parcel.reference, type: 'customer-reference' }],
    },
    events,
  };
}

function eventOf(journeyEvent: JourneyEvent, service: Service): object {
  const codes = codesBySubStatus.get(journeyEvent.subStatus);
  if (codes === undefined) throw new Error(`DHL has no code for ${journeyEvent.subStatus}.`);
  const [atParcelDe, atParcelNl, statusCode] = codes;
  const isGarbled = journeyEvent.garbledCode !== undefined;
  return {
    timestamp: timestampOf(journeyEvent, service),
    location: addressOf(journeyEvent.place),
    statusCode: isGarbled ? 'unknown' : statusCode,
    status: journeyEvent.garbledCode ?? (service === 'parcel-de' ? atParcelDe : atParcelNl),
    description: journeyEvent.subStatus.slice(journeyEvent.subStatus.indexOf('.') + 1).replaceAll('_', ' '),
  };
}

function timestampOf(journeyEvent: JourneyEvent, service: Service): string {
  const shiftMs = (journeyEvent.clockErrorMinutes ?? 0) * 60_000;
  const clock = wallClockOf(journeyEvent.occurredAt + shiftMs, journeyEvent.zone);
  return service === 'parcel-de' ? clock : `${clock}${offsetAt(journeyEvent.occurredAt, journeyEvent.zone)}`;
}

function withOffset(epochMs: number, zone: string): string {
  return `${wallClockOf(epochMs, zone)}${offsetAt(epochMs, zone)}`;
}

function offsetAt(epochMs: number, zone: string): string {
  const wallMs = Date.parse(`${wallClockOf(epochMs, zone)}Z`);
  return formatOffset(Math.round((wallMs - epochMs) / 60_000));
}

function addressOf(place: JourneyEvent['place']): object {
  return {
    address: {
      countryCode: place.country,
      postalCode: place.postcode,
      addressLocality: place.name,
      ...(place.region !== undefined && { addressRegion: place.region }),
    },
  };
}

function proofOf(journeyEvents: readonly JourneyEvent[], service: Service): object {
  const delivery = journeyEvents.findLast(({ subStatus }) => subStatus.startsWith('delivered.'));
  if (delivery === undefined) return { proofOfDeliverySignedAvailable: false };
  const { signedBy } = delivery;
  return {
    proofOfDeliverySignedAvailable: signedBy !== undefined,
    proofOfDelivery: {
      timestamp: timestampOf(delivery, service),
      ...(signedBy !== undefined && { signed: { '@type': 'Person', name: signedBy } }),
    },
  };
}
