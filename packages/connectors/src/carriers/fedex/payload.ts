/**
 * The Track API's answer, which is also the shape of a push. List items are read separately, so that a bad
 * one affects no other.
 */
import { list, object, type ReadValue, record, text } from '../../_kit/index.ts';

export const readRoot = object((from) => ({ output: record(from.output), errors: list(from.errors) }));

export const readError = object((from) => ({ code: text(from.code), message: text(from.message) }));

/** One requested number; more than one result means that the number was reused. */
export const readNumber = object((from) => ({
  trackingNumber: text(from.trackingNumber),
  trackResults: list(from.trackResults),
}));

const address = object((from) => ({
  streetLines: list(from.streetLines),
  city: text(from.city),
  stateOrProvinceCode: text(from.stateOrProvinceCode),
  postalCode: text(from.postalCode),
  countryCode: text(from.countryCode),
  countryName: text(from.countryName),
}));
export type Address = ReadValue<typeof address>;

const delay = object((from) => ({ type: text(from.type), status: text(from.status) }));

export const readScan = object((from) => ({
  date: text(from.date),
  eventType: text(from.eventType),
  eventDescription: text(from.eventDescription),
  exceptionCode: text(from.exceptionCode),
  exceptionDescription: text(from.exceptionDescription),
  derivedStatusCode: text(from.derivedStatusCode),
  locationId: text(from.locationId),
  locationType: text(from.locationType),
  scanLocation: address(from.scanLocation),
  delayDetail: delay(from.delayDetail),
}));
export type Scan = ReadValue<typeof readScan>;

/** Fields that are used before the scans are read. */
export const readScanHead = object((from) => ({ date: text(from.date), eventType: text(from.eventType) }));

const contact = object((from) => ({ address: address(from.address) }));
const location = object((from) => ({ locationContactAndAddress: contact(from.locationContactAndAddress) }));
const party = object((from) => ({ address: address(from.address) }));

const numbers = object((from) => ({
  trackingNumber: text(from.trackingNumber),
  trackingNumberUniqueId: text(from.trackingNumberUniqueId),
}));
const identifiers = object((from) => ({ packageIdentifiers: list(from.packageIdentifiers) }));
const status = object((from) => ({ code: text(from.code), derivedCode: text(from.derivedCode) }));
const window = object((from) => ({ begins: text(from.begins), ends: text(from.ends) }));
const estimate = object((from) => ({ window: window(from.window) }));
const receipt = object((from) => ({
  receivedByName: text(from.receivedByName),
  signedByName: text(from.signedByName),
}));
const weights = object((from) => ({ weight: list(from.weight) }));
const size = object((from) => ({
  count: text(from.count),
  weightAndDimensions: weights(from.weightAndDimensions),
}));
const service = object((from) => ({ type: text(from.type), description: text(from.description) }));

export const readResult = object((from) => ({
  error: readError(from.error),
  trackingNumberInfo: numbers(from.trackingNumberInfo),
  additionalTrackingInfo: identifiers(from.additionalTrackingInfo),
  latestStatusDetail: status(from.latestStatusDetail),
  scanEvents: list(from.scanEvents),
  dateAndTimes: list(from.dateAndTimes),
  estimatedDeliveryTimeWindow: estimate(from.estimatedDeliveryTimeWindow),
  deliveryDetails: receipt(from.deliveryDetails),
  packageDetails: size(from.packageDetails),
  shipmentDetails: weights(from.shipmentDetails),
  serviceDetail: service(from.serviceDetail),
  originLocation: location(from.originLocation),
  destinationLocation: location(from.destinationLocation),
  shipperInformation: party(from.shipperInformation),
  recipientInformation: party(from.recipientInformation),
  lastUpdatedDestinationAddress: address(from.lastUpdatedDestinationAddress),
}));
export type TrackResult = ReadValue<typeof readResult>;

export const readDatedStatement = object((from) => ({
  type: text(from.type),
  dateTime: text(from.dateTime),
}));

/** Live answers contain `values`; the specification shows a single `value`. */
export const readPackageIdentifier = object((from) => ({
  value: text(from.value),
  values: list(from.values),
}));

export const readWeight = object((from) => ({ unit: text(from.unit), value: text(from.value) }));
