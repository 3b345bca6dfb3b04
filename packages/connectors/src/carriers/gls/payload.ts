import { z } from 'zod';
import { listOfUnknown, optionalObject, optionalText } from '../../_kit/index.ts';

// Any of these fields may be left out altogether.
const text = optionalText;
const list = listOfUnknown;
const record = optionalObject;

/** Track & Trace API: one element of `parcels`. An element is a parcel or an error, each told by its fields. */
export const parcelSchema = z.object({
  requested: text,
  unitno: text,
  status: text,
  statusDateTime: text,
  events: list,
  errorCode: text,
  errorMessage: text,
});

export const eventSchema = z.object({
  code: text,
  city: text,
  postalCode: text,
  country: text,
  description: text,
  eventDateTime: text,
});
export type GroupEvent = z.infer<typeof eventSchema>;

/** Open web endpoints: one parcel (`tuStatus[]` of rstt001 and rstt029, the whole document of rstt028). */
export const webParcelSchema = z.object({
  tuNo: text,
  referenceNo: text,
  progressBar: record,
  signature: record,
  infos: list,
  references: list,
  history: list,
});
export type WebParcel = z.infer<typeof webParcelSchema>;

export const progressBarSchema = z.object({
  statusInfo: text,
  retourFlag: z
    .unknown()
    .optional()
    .transform((value) => value === true || value === 'true'),
  evtNos: list,
});
export type ProgressBar = z.infer<typeof progressBarSchema>;

export const webEventSchema = z.object({
  date: text,
  time: text,
  evtNo: text,
  evtDscr: text,
  address: z.object({ city: text, countryCode: text }).nullish().catch(null),
});
export type WebEvent = z.infer<typeof webEventSchema>;

/** `infos[]` and `references[]`. */
export const typedValueSchema = z.object({ type: text, value: text });

/** GLS Netherlands: the whole document. */
export const dutchParcelSchema = z.object({
  parcelNo: text,
  state: text,
  subState: text,
  suppliedWeight: z.number().nullish().catch(null),
  weighedWeight: z.number().nullish().catch(null),
  deliveryScanInfo: z
    .object({ isDelivered: z.boolean().nullish(), dateTime: text, parcelShop: z.unknown().optional() })
    .nullish()
    .catch(null),
  deliveryStatus: z.object({ etaTimestampMin: text, etaTimestampMax: text }).nullish().catch(null),
  deliveryListInfo: z.object({ isParcelShop: z.boolean().nullish() }).nullish().catch(null),
  scans: list,
});
export type DutchParcel = z.infer<typeof dutchParcelSchema>;

export const dutchScanSchema = z.object({
  dateTime: text,
  state: text,
  eventReasonDescr: text,
  depotName: text,
  countryName: text,
});

/** The three forms in which GLS reports its own errors: the service's, the gateway's and that of a single number. */
export const errorSchema = z.object({
  title: text,
  detail: text,
  status: text,
  fault: z.object({ faultstring: text, detail: record }).nullish().catch(null),
  errors: list,
  errorCode: text,
  errorMessage: text,
});
