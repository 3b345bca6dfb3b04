import { instantOf } from '@milepost/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CarrierWorld, Dialect, Parcel } from '../dialect.ts';
import {
  clockSent,
  dutchClock,
  notApplicable,
  type Row,
  rowsOf,
  scans,
  statusOf,
  supported,
} from './postnl/scans.ts';

/**
 * PostNL's Shipping Status API v2: one barcode a call, and a feed of changed shipments by customer number. A
 * complete answer contains every scan twice, as an event and as a status with the same time. Wall clocks are
 * Dutch wherever the parcel is, a list of one is a bare object, and an empty value is an empty object.
 */
export const dialect: Dialect = {
  carrier: 'postnl',
  subStatuses: supported,
  // Its clocks are always Dutch, so its journeys stay in countries with the same local time.
  collectsIn: ['NL'],
  deliversIn: ['NL', 'BE', 'DE'],
  newTrackingNumber(random) {
    const digits = Array.from({ length: 9 }, () => Math.floor(random() * 10));
    return `3SWLMG${digits.join('')}`;
  },
  serve(app, carrier) {
    const onRequest = async (request: FastifyRequest, reply: FastifyReply) =>
      refusal(request, reply, carrier);
    app.get('/shipment/v2/status/barcode/:barcode', { onRequest }, (request) =>
      answerBarcode(request, carrier),
    );
    app.get('/shipment/v2/status/:customernumber/updatedshipments', { onRequest }, (request, reply) =>
      answerChanges(request, reply, carrier),
    );
  },
};

// ── access and errors ──

/** The error answer to a refused request, or undefined when the request is accepted. */
function refusal(
  request: FastifyRequest,
  reply: FastifyReply,
  carrier: CarrierWorld,
): FastifyReply | undefined {
  const gateway = (httpStatusCode: number, message: string): FastifyReply =>
    reply.code(httpStatusCode).send({ message, httpStatusCode });
  if (carrier.outage()) return fault(reply, 500, 'Internal server error');
  if (request.headers.apikey !== carrier.credentials.apiKey)
    return gateway(401, "Failed to resolve API Key variable 'request.header.apikey'");
  return carrier.admit() ? undefined : gateway(429, 'Too many requests. Rate limit exceeded!');
}

function fault(reply: FastifyReply, status: number, faultstring: string): FastifyReply {
  return reply.code(status).send({ fault: { faultstring, detail: { errorcode: String(status) } } });
}

// ── one parcel ──

const noShipment = [{ Message: 'No shipment found', Code: '2' }];

function answerBarcode(request: FastifyRequest, carrier: CarrierWorld): object {
  // The route declares this parameter.
  const { barcode } = request.params as { barcode: string };
  // A query is always an object. A repeated name becomes a list, which equals none of the strings below.
  const { detail, language } = request.query as Record<string, unknown>;
  const form = detail === 'true' ? 'CompleteStatus' : 'CurrentStatus';
  const parcel = carrier.parcel(barcode);
  if (!parcel) return { [form]: {}, Warnings: noShipment };
  const rows = rowsOf(carrier.reportedEvents(barcode), language === 'EN' ? 'english' : 'dutch');
  const scanned = detail === 'true' ? complete(rows) : {};
  const Status = rows.find((row) => row.status.StatusCode !== notApplicable)?.status ?? {};
  const customerNumber = carrier.credentials.customerNumber ?? '';
  return { [form]: { Shipment: { ...shipmentOf(parcel, customerNumber), ...scanned, Status } } };
}

/** An administrative row without content is newer than all others and has milliseconds. */
function complete(rows: readonly Row[]): object {
  const [newest] = rows;
  if (!newest) return { Event: {}, OldStatus: {} };
  const administrative = statusOf(notApplicable, `${newest.status.TimeStamp}.118`, 'Niet van toepassing');
  return {
    Event: bareWhenOne(rows.map((row) => row.event)),
    OldStatus: bareWhenOne([administrative, ...rows.map((row) => row.status)]),
  };
}

function bareWhenOne<T>(list: readonly T[]): T | readonly T[] {
  const [first, ...others] = list;
  return first !== undefined && others.length === 0 ? first : list;
}

function shipmentOf(parcel: Parcel, CustomerNumber: string): object {
  const { trackingNumber, reference, weightGrams, expected, origin, destination } = parcel;
  const from = expected && dutchClock(expected.from);
  return {
    MainBarcode: trackingNumber,
    Barcode: trackingNumber,
    ShipmentAmount: '1',
    ShipmentCounter: '1',
    Customer: { CustomerCode: trackingNumber.slice(2, 6), CustomerNumber, Name: 'Waterlelie Wonen' },
    ProductCode: '003085',
    ProductDescription: 'Standaard pakket',
    Reference: reference,
    DeliveryDate: from?.slice(0, 10) ?? {},
    Dimension: { Height: '120', Length: '300', Volume: '7200', Weight: String(weightGrams), Width: '200' },
    Address: [addressOf('01', destination), addressOf('02', origin)],
    Expectation: expected ? { ETAFrom: from, ETATo: dutchClock(expected.to) } : {},
  };
}

function addressOf(AddressType: string, place: Parcel['origin']): object {
  const { name, postcode, country, region } = place;
  return {
    AddressType,
    City: name,
    Zipcode: postcode,
    CountryCode: country,
    Region: region ?? {},
    Building: {},
  };
}

// ── feed of changed shipments ──

const hourMs = 3_600_000;

function answerChanges(request: FastifyRequest, reply: FastifyReply, carrier: CarrierWorld): unknown {
  // The route declares this parameter.
  const { customernumber } = request.params as { customernumber: string };
  // A query is always an object; reading `period` validates it.
  const { period } = request.query as Record<string, unknown>;
  const [from, to] = Array.isArray(period) ? period.map(instantSent) : [];
  if (!from || !to) return fault(reply, 400, 'period must be given twice');
  const isTooWide = to.clock - from.clock > 2 * hourMs || to.clock < from.clock;
  if (isTooWide || carrier.now() - from.first > 48 * hourMs) return fault(reply, 400, 'period not allowed');
  if (customernumber !== carrier.credentials.customerNumber) return [];
  return carrier.changedBetween(from.first, to.last).flatMap((parcel) => changeOf(parcel, carrier));
}

/** The instants that a Dutch wall clock can mean: one, or two in the repeated hour. */
function instantSent(sent: unknown): { clock: number; first: number; last: number } | null {
  const clock = typeof sent === 'string' ? Date.parse(`${sent}Z`) : Number.NaN;
  if (Number.isNaN(clock)) return null;
  const { epochMs, ambiguous } = instantOf(clock, 'Europe/Amsterdam');
  return { clock, first: epochMs, last: ambiguous ? epochMs + hourMs : epochMs };
}

function changeOf(parcel: Parcel, carrier: CarrierWorld): object[] {
  const reported = carrier.reportedEvents(parcel.trackingNumber);
  const newest = reported.findLast((event) => scans.has(event.subStatus));
  const row = newest && rowsOf([newest], 'dutch')[0];
  if (!newest || !row) return [];
  const { TimeStamp: _dayFirst, ...status } = row.status;
  const first = reported[0] ?? newest;
  return [
    {
      Barcode: parcel.trackingNumber,
      CreationDate: `${dutchClock(first.occurredAt).slice(0, 10)}T00:00:00`,
      CustomerNumber: carrier.credentials.customerNumber,
      CustomerCode: parcel.trackingNumber.slice(2, 6),
      Status: { Timestamp: clockSent(newest), ...status },
    },
  ];
}
