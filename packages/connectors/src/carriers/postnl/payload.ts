import { z } from 'zod';
import { listOfUnknown, optionalObject, optionalText } from '../../_kit/index.ts';

/**
 * Shapes of the Shipping Status API. A missing value is an empty object (in PostNL's examples even the text `{}`), a list of one is the bare object,
 * numbers are texts, and one field is spelled in two ways. Lists stay unknown: each row is parsed by itself.
 */
const text = optionalText;
const object = optionalObject;
const anything = z.unknown().optional();

export const answerSchema = z.object({
  /** With `detail=true`. */
  CompleteStatus: object,
  /** Without it. */
  CurrentStatus: object,
  Signature: object,
  Warnings: anything,
  /** Refused requests (400, 500). */
  fault: object,
  /** The gateway's own answers (401, 405, 429). */
  message: text,
  /** A warning that stands alone. */
  Message: text,
  Code: text,
});
export type Answer = z.infer<typeof answerSchema>;

export const shipmentSchema = z.object({
  Barcode: text,
  MainBarcode: text,
  ShipmentAmount: text,
  ProductDescription: text,
  Reference: text,
  DeliveryDate: text,
  Dimension: object,
  Address: anything,
  Expectation: object,
  Event: anything,
  Status: anything,
  OldStatus: anything,
});
export type ShipmentPayload = z.infer<typeof shipmentSchema>;

/** LocationCode is an internal number of six digits; 888888 stands for “nowhere yet”. */
export const eventSchema = z.object({
  Code: text,
  Description: text,
  LocationCode: text,
  TimeStamp: text,
});

/** Status, OldStatus and the status of the feed of changes, which writes `Timestamp`. */
export const statusSchema = z.object({
  TimeStamp: text,
  Timestamp: text,
  StatusCode: text,
  StatusDescription: text,
});

/** AddressType 01 is the recipient, 02 the sender. */
export const addressSchema = z.object({
  AddressType: text,
  City: text,
  Zipcode: text,
  CountryCode: text,
});

export const changeSchema = z.object({ Barcode: text, Status: object });

export const warningSchema = z.object({ Message: text, Code: text });

export const faultSchema = z.object({ faultstring: text, detail: object });

export const signatureSchema = z.object({ Barcode: text, SignatureDate: text });

/** An item with the JSON Pointer that leads to it: `/Event/0` in a list, `/Event` where the only one stands bare. */
export type Item = readonly [value: unknown, pointer: string];

export function itemsOf(value: unknown, pointer: string): Item[] {
  if (Array.isArray(value)) return value.map((item, index) => [item, `${pointer}/${index}`] as const);
  return listOfUnknown.parse(value).map((item) => [item, pointer] as const);
}
