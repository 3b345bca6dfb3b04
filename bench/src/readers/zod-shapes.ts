/**
 * The payloads of FedEx, UPS and DHL as zod schemas with the same result as the readers of the connectors: a
 * wrong field is left out and costs only that field. One transform per field is the cheapest tolerant form in
 * zod.
 */
import { z } from 'zod';

/** Returns the value read from any input, undefined if it is not an object. */
export type ReadShape = (value: unknown) => object | undefined;

export type Shapes = Readonly<Record<string, ReadShape>>;

/** Built when called, because zod decides at construction whether schemas are compiled (`jitless`). */
export function zodShapes(): { fedex: Shapes; ups: Shapes; dhl: Shapes } {
  return { fedex: fedexShapes(), ups: upsShapes(), dhl: dhlShapes() };
}

const text = () => z.unknown().optional().transform(readText);
const number = () =>
  z
    .unknown()
    .optional()
    .transform((value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined));
const list = () => z.unknown().optional().transform(readList);
const record = () =>
  z
    .unknown()
    .optional()
    .transform((value) => (isRecord(value) ? value : undefined));

/** Fields with these names are texts. */
function texts<const Name extends string>(...names: readonly Name[]) {
  // Object.fromEntries widens the keys to string.
  return Object.fromEntries(names.map((name) => [name, text()])) as Record<Name, ReturnType<typeof text>>;
}

function object<S extends z.ZodRawShape>(shape: S) {
  return record().pipe(z.object(shape).optional());
}

function reader(schema: z.ZodType<object | undefined>): ReadShape {
  return (value) => schema.parse(value);
}

function fedexShapes(): Shapes {
  const address = object({
    streetLines: list(),
    ...texts('city', 'stateOrProvinceCode', 'postalCode', 'countryCode', 'countryName'),
  });
  const error = object(texts('code', 'message'));
  const location = object({ locationContactAndAddress: object({ address }) });
  const weights = object({ weight: list() });
  return {
    root: reader(object({ output: record(), errors: list() })),
    number: reader(object({ ...texts('trackingNumber'), trackResults: list() })),
    scan: reader(
      object({
        ...texts('date', 'eventType', 'eventDescription', 'exceptionCode', 'exceptionDescription'),
        ...texts('derivedStatusCode', 'locationId', 'locationType'),
        scanLocation: address,
        delayDetail: object(texts('type', 'status')),
      }),
    ),
    datedStatement: reader(object(texts('type', 'dateTime'))),
    packageIdentifier: reader(object({ ...texts('value'), values: list() })),
    result: reader(
      object({
        error,
        trackingNumberInfo: object(texts('trackingNumber', 'trackingNumberUniqueId')),
        additionalTrackingInfo: object({ packageIdentifiers: list() }),
        latestStatusDetail: object(texts('code', 'derivedCode')),
        scanEvents: list(),
        dateAndTimes: list(),
        estimatedDeliveryTimeWindow: object({ window: object(texts('begins', 'ends')) }),
        deliveryDetails: object(texts('receivedByName', 'signedByName')),
        packageDetails: object({ ...texts('count'), weightAndDimensions: weights }),
        shipmentDetails: weights,
        serviceDetail: object(texts('type', 'description')),
        originLocation: location,
        destinationLocation: location,
        shipperInformation: object({ address }),
        recipientInformation: object({ address }),
        lastUpdatedDestinationAddress: address,
      }),
    ),
  };
}

function upsShapes(): Shapes {
  const address = object(texts('city', 'stateProvince', 'postalCode', 'countryCode', 'country'));
  return {
    root: reader(
      object({
        trackResponse: object({ shipment: list() }),
        response: object({ errors: list() }),
        activityStatus: record(),
        validTrackingNumbers: list(),
        invalidTrackingNumbers: list(),
        ...texts('expiryDate', 'message'),
      }),
    ),
    shipment: reader(object({ ...texts('inquiryNumber'), package: list(), warnings: list() })),
    activity: reader(
      object({
        ...texts('date', 'time', 'gmtDate', 'gmtTime', 'gmtOffset'),
        location: object({ address }),
        status: object(texts('type', 'code', 'statusCode', 'description')),
      }),
    ),
    deliveryDate: reader(object(texts('type', 'date'))),
    packageAddress: reader(object({ ...texts('type'), address })),
    typedNumber: reader(object(texts('type', 'number'))),
    parcel: reader(
      object({
        ...texts('trackingNumber'),
        activity: list(),
        deliveryDate: list(),
        deliveryTime: object(texts('type', 'startTime', 'endTime')),
        deliveryInformation: object(texts('receivedBy')),
        accessPointInformation: object(texts('pickupByDate')),
        packageAddress: list(),
        alternateTrackingNumber: list(),
        referenceNumber: list(),
        service: object(texts('description')),
        weight: object(texts('unitOfMeasurement', 'weight')),
        ...texts('packageCount'),
      }),
    ),
  };
}

function dhlShapes(): Shapes {
  const address = object(
    texts('countryCode', 'postalCode', 'addressLocality', 'addressRegion', 'streetAddress'),
  );
  const place = object({ address });
  const event = object({
    ...texts('timestamp'),
    location: place,
    ...texts('statusCode', 'status', 'description'),
  });
  const signer = object(texts('name', 'givenName', 'familyName', 'organizationName'));
  return {
    event: reader(event),
    reference: reader(object(texts('number', 'type'))),
    shipment: reader(
      object({
        ...texts('id', 'service'),
        origin: place,
        destination: place,
        status: event,
        ...texts('estimatedTimeOfDelivery'),
        estimatedDeliveryTimeFrame: object(texts('estimatedFrom', 'estimatedThrough')),
        returnFlag: z.unknown().optional(),
        details: object({
          product: object(texts('productName')),
          provider: object(texts('destinationProvider')),
          proofOfDelivery: object({ ...texts('timestamp'), signed: signer }),
          totalNumberOfPieces: number(),
          weight: object({ value: number(), ...texts('unitText') }),
          references: list(),
        }),
        events: list(),
      }),
    ),
  };
}

function readText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' || trimmed === '{}' || trimmed === 'null' ? undefined : trimmed;
}

function readList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) && Object.keys(value).length > 0 ? [value] : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
