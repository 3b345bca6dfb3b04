/** Any of these fields may be missing. */
import { list, number, object, type Reader, type ReadValue, text } from '../../_kit/index.ts';

/**
 * Track & Trace API: one element of `parcels`, which is a parcel or an error, distinguished by its fields.
 */
export const readParcel = object((from) => ({
  requested: text(from.requested),
  unitno: text(from.unitno),
  status: text(from.status),
  statusDateTime: text(from.statusDateTime),
  events: list(from.events),
  errorCode: text(from.errorCode),
  errorMessage: text(from.errorMessage),
}));
export type Parcel = ReadValue<typeof readParcel>;

export const readEvent = object((from) => ({
  code: text(from.code),
  city: text(from.city),
  postalCode: text(from.postalCode),
  country: text(from.country),
  description: text(from.description),
  eventDateTime: text(from.eventDateTime),
}));
export type GroupEvent = ReadValue<typeof readEvent>;

const progressBar = object((from) => ({
  statusInfo: text(from.statusInfo),
  retourFlag: from.retourFlag === true || from.retourFlag === 'true',
  evtNos: list(from.evtNos),
}));
export type ProgressBar = ReadValue<typeof progressBar>;

const signature = object((from) => ({ value: from.value }));

/** Open web endpoints: one parcel (`tuStatus[]` of rstt001 and rstt029, the whole document of rstt028). */
export const readWebParcel = object((from) => ({
  tuNo: text(from.tuNo),
  referenceNo: text(from.referenceNo),
  progressBar: progressBar(from.progressBar),
  signature: signature(from.signature),
  infos: list(from.infos),
  references: list(from.references),
  history: list(from.history),
}));
export type WebParcel = ReadValue<typeof readWebParcel>;

const address = object((from) => ({ city: text(from.city), countryCode: text(from.countryCode) }));

export const readWebEvent = object((from) => ({
  date: text(from.date),
  time: text(from.time),
  evtNo: text(from.evtNo),
  evtDscr: text(from.evtDscr),
  address: address(from.address),
}));
export type WebEvent = ReadValue<typeof readWebEvent>;

/** `infos[]` and `references[]`. */
export const readTypedValue = object((from) => ({ type: text(from.type), value: text(from.value) }));

const scanInfo = object((from) => ({
  isDelivered: from.isDelivered,
  dateTime: text(from.dateTime),
  parcelShop: from.parcelShop,
}));

/** Where the flag is present and not set, the fields beside it are ignored. */
const deliveryScanInfo: Reader<ReadValue<typeof scanInfo> | undefined> = (value) => {
  const info = scanInfo(value);
  return typeof (info?.isDelivered ?? false) === 'boolean' ? info : undefined;
};

const arrival = object((from) => ({
  etaTimestampMin: text(from.etaTimestampMin),
  etaTimestampMax: text(from.etaTimestampMax),
}));
const listInfo = object((from) => ({ isParcelShop: from.isParcelShop }));

/** GLS Netherlands: the whole document. */
export const readDutchParcel = object((from) => ({
  parcelNo: text(from.parcelNo),
  state: text(from.state),
  subState: text(from.subState),
  suppliedWeight: number(from.suppliedWeight),
  weighedWeight: number(from.weighedWeight),
  deliveryScanInfo: deliveryScanInfo(from.deliveryScanInfo),
  deliveryStatus: arrival(from.deliveryStatus),
  deliveryListInfo: listInfo(from.deliveryListInfo),
  scans: list(from.scans),
}));
export type DutchParcel = ReadValue<typeof readDutchParcel>;

export const readDutchScan = object((from) => ({
  dateTime: text(from.dateTime),
  state: text(from.state),
  eventReasonDescr: text(from.eventReasonDescr),
  depotName: text(from.depotName),
  countryName: text(from.countryName),
}));
export type DutchScan = ReadValue<typeof readDutchScan>;

const faultDetail = object((from) => ({ errorcode: text(from.errorcode) }));
const fault = object((from) => ({ faultstring: text(from.faultstring), detail: faultDetail(from.detail) }));

/** The three forms of GLS's own errors: the service's, the gateway's and that of a single number. */
export const readError = object((from) => ({
  title: text(from.title),
  detail: text(from.detail),
  status: text(from.status),
  fault: fault(from.fault),
  errors: list(from.errors),
  errorCode: text(from.errorCode),
  errorMessage: text(from.errorMessage),
}));
