/**
 * Shapes of the Shipping Status API. A missing value is an empty object (in PostNL's examples even the text
 * `{}`), a list of one is the bare object, numbers are texts, and one field is spelled in two ways. Lists
 * stay unknown: each row is read separately.
 */
import { list, object, type ReadValue, record, text } from '../../_kit/index.ts';

const status = object((from) => ({ Shipment: from.Shipment }));

const signature = object((from) => ({
  Barcode: text(from.Barcode),
  SignatureDate: text(from.SignatureDate),
}));
const fault = object((from) => ({ faultstring: text(from.faultstring) }));

export const readAnswer = object((from) => ({
  /** With `detail=true`. */
  CompleteStatus: status(from.CompleteStatus),
  /** Without it. */
  CurrentStatus: status(from.CurrentStatus),
  Signature: signature(from.Signature),
  Warnings: from.Warnings,
  /** Refused requests (400, 500). */
  fault: fault(from.fault),
  /** The gateway's own answers (401, 405, 429). */
  message: text(from.message),
  /** A warning without a shipment. */
  Message: text(from.Message),
  Code: text(from.Code),
}));
export type Answer = ReadValue<typeof readAnswer>;

const dimension = object((from) => ({ Weight: from.Weight }));
const expectation = object((from) => ({ ETAFrom: from.ETAFrom, ETATo: from.ETATo }));

export const readShipment = object((from) => ({
  Barcode: text(from.Barcode),
  MainBarcode: text(from.MainBarcode),
  ShipmentAmount: text(from.ShipmentAmount),
  ProductDescription: text(from.ProductDescription),
  Reference: text(from.Reference),
  DeliveryDate: text(from.DeliveryDate),
  Dimension: dimension(from.Dimension),
  Address: from.Address,
  Expectation: expectation(from.Expectation),
  Event: from.Event,
  Status: from.Status,
  OldStatus: from.OldStatus,
}));
export type PostnlShipment = ReadValue<typeof readShipment>;

/** LocationCode is an internal number of six digits; 888888 means “nowhere yet”. */
export const readEvent = object((from) => ({
  Code: text(from.Code),
  Description: text(from.Description),
  LocationCode: text(from.LocationCode),
  TimeStamp: text(from.TimeStamp),
}));

/** Status, OldStatus and the status of the feed of changes, which writes `Timestamp`. */
export const readStatus = object((from) => ({
  TimeStamp: text(from.TimeStamp),
  Timestamp: text(from.Timestamp),
  StatusCode: text(from.StatusCode),
  StatusDescription: text(from.StatusDescription),
}));

/** AddressType 01 is the recipient, 02 the sender. */
export const readAddress = object((from) => ({
  AddressType: text(from.AddressType),
  City: text(from.City),
  Zipcode: text(from.Zipcode),
  CountryCode: text(from.CountryCode),
}));

export const readChange = object((from) => ({ Barcode: text(from.Barcode), Status: record(from.Status) }));

export const readWarning = object((from) => ({ Message: text(from.Message) }));

/** An item with its JSON Pointer: `/Event/0` in a list, `/Event` for a bare one. */
export type Item = readonly [value: unknown, pointer: string];

export function itemsOf(value: unknown, pointer: string): Item[] {
  if (Array.isArray(value)) return value.map((item, index) => [item, `${pointer}/${index}`] as const);
  return list(value).map((item) => [item, pointer] as const);
}
