import { z } from 'zod';
import { listOfUnknown, optionalObject, optionalText } from '../../_kit/index.ts';

/**
 * The Track API's answer, which is also the shape of a webhook push. Items of every list are parsed one by one, so that a broken one
 * spoils no other.
 */

const text = optionalText;
const list = listOfUnknown;
const object = optionalObject;

/** An object that may be missing, empty or of another type: then it says nothing. */
function lenient<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).optional().catch(undefined);
}

export const root = z.object({ output: object, errors: list });

export const errorEntry = z.object({ code: text, message: text });

/** One asked number; more than one result means that the number was used again. */
export const numberResult = z.object({ trackingNumber: text, trackResults: list });

const address = lenient({
  streetLines: list,
  city: text,
  stateOrProvinceCode: text,
  postalCode: text,
  countryCode: text,
  countryName: text,
});
export type Address = z.infer<typeof address>;

export const scanEvent = z.object({
  date: text,
  eventType: text,
  eventDescription: text,
  exceptionCode: text,
  exceptionDescription: text,
  derivedStatusCode: text,
  locationId: text,
  locationType: text,
  scanLocation: address,
  delayDetail: lenient({ type: text, status: text }),
});
export const scanType = scanEvent.pick({ eventType: true });
export type ScanEvent = z.infer<typeof scanEvent>;

const location = lenient({ locationContactAndAddress: lenient({ address }) });
const party = lenient({ address });
const timeWindow = lenient({ window: lenient({ begins: text, ends: text }) });

export const trackResult = z.object({
  error: lenient({ code: text, message: text }),
  trackingNumberInfo: lenient({ trackingNumber: text, trackingNumberUniqueId: text }),
  additionalTrackingInfo: lenient({ packageIdentifiers: list }),
  latestStatusDetail: lenient({ code: text, derivedCode: text }),
  scanEvents: list,
  dateAndTimes: list,
  estimatedDeliveryTimeWindow: timeWindow,
  deliveryDetails: lenient({ receivedByName: text, signedByName: text }),
  packageDetails: lenient({ count: text, weightAndDimensions: lenient({ weight: list }) }),
  shipmentDetails: lenient({ weight: list }),
  serviceDetail: lenient({ type: text, description: text }),
  originLocation: location,
  destinationLocation: location,
  shipperInformation: party,
  recipientInformation: party,
  lastUpdatedDestinationAddress: address,
});
export type TrackResult = z.infer<typeof trackResult>;

export const datedStatement = z.object({ type: text, dateTime: text });
/** Real answers list `values`; the specification shows a single `value`. */
export const packageIdentifier = z.object({ value: text, values: list });
export const weight = z.object({ unit: text, value: text });

export const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
