/**
 * Unified Shipment Tracking API 1.5. Any field may be missing, depending on the division, and any object may
 * be null.
 */
import { list, number, object, type ReadValue, text } from '../../_kit/index.ts';

const address = object((from) => ({
  countryCode: text(from.countryCode),
  postalCode: text(from.postalCode),
  addressLocality: text(from.addressLocality),
  addressRegion: text(from.addressRegion),
  streetAddress: text(from.streetAddress),
}));
const place = object((from) => ({ address: address(from.address) }));
export type DhlPlace = ReadValue<typeof place>;

/** `status` of a shipment and each element of `events`. */
export const readEvent = object((from) => ({
  timestamp: text(from.timestamp),
  location: place(from.location),
  statusCode: text(from.statusCode),
  status: text(from.status),
  description: text(from.description),
}));
export type DhlEvent = ReadValue<typeof readEvent>;

const timeFrame = object((from) => ({
  estimatedFrom: text(from.estimatedFrom),
  estimatedThrough: text(from.estimatedThrough),
}));
const product = object((from) => ({ productName: text(from.productName) }));
const provider = object((from) => ({ destinationProvider: text(from.destinationProvider) }));
const signer = object((from) => ({
  name: text(from.name),
  givenName: text(from.givenName),
  familyName: text(from.familyName),
  organizationName: text(from.organizationName),
}));
const proof = object((from) => ({ timestamp: text(from.timestamp), signed: signer(from.signed) }));
const weight = object((from) => ({ value: number(from.value), unitText: text(from.unitText) }));
const details = object((from) => ({
  product: product(from.product),
  provider: provider(from.provider),
  proofOfDelivery: proof(from.proofOfDelivery),
  totalNumberOfPieces: number(from.totalNumberOfPieces),
  weight: weight(from.weight),
  references: list(from.references),
}));

export const readShipment = object((from) => ({
  id: text(from.id),
  service: text(from.service),
  origin: place(from.origin),
  destination: place(from.destination),
  status: readEvent(from.status),
  estimatedTimeOfDelivery: text(from.estimatedTimeOfDelivery),
  estimatedDeliveryTimeFrame: timeFrame(from.estimatedDeliveryTimeFrame),
  returnFlag: from.returnFlag,
  details: details(from.details),
  events: list(from.events),
}));
export type DhlShipment = ReadValue<typeof readShipment>;

export const readReference = object((from) => ({ number: text(from.number), type: text(from.type) }));

/** Every error has this form (RFC 7807). */
export const readProblem = object((from) => ({
  title: text(from.title),
  detail: text(from.detail),
  status: text(from.status),
  instance: text(from.instance),
}));
