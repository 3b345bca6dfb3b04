/**
 * The Tracking API's answer, Track Alert's push and the errors and receipts of both. List items are read
 * separately, so that a bad one affects no other.
 */
import { list, object, type ReadValue, record, text } from '../../_kit/index.ts';

const answer = object((from) => ({ shipment: list(from.shipment) }));
const refusal = object((from) => ({ errors: list(from.errors) }));

/** The fields that distinguish the messages. */
export const readRoot = object((from) => ({
  trackResponse: answer(from.trackResponse),
  response: refusal(from.response),
  activityStatus: record(from.activityStatus),
  validTrackingNumbers: list(from.validTrackingNumbers),
  invalidTrackingNumbers: list(from.invalidTrackingNumbers),
  expiryDate: text(from.expiryDate),
  message: text(from.message),
}));
export type Root = ReadValue<typeof readRoot>;

/** An error of the answer, or a warning about one shipment. */
export const readNotice = object((from) => ({ code: text(from.code), message: text(from.message) }));

export const readShipment = object((from) => ({
  inquiryNumber: text(from.inquiryNumber),
  package: list(from.package),
  warnings: list(from.warnings),
}));

const address = object((from) => ({
  city: text(from.city),
  stateProvince: text(from.stateProvince),
  postalCode: text(from.postalCode),
  countryCode: text(from.countryCode),
  country: text(from.country),
}));
export type Address = ReadValue<typeof address>;

const location = object((from) => ({ address: address(from.address) }));
const status = object((from) => ({
  type: text(from.type),
  code: text(from.code),
  statusCode: text(from.statusCode),
  description: text(from.description),
}));

/** One entry of `package[].activity`: a scan. */
export const readActivity = object((from) => ({
  date: text(from.date),
  time: text(from.time),
  gmtDate: text(from.gmtDate),
  gmtTime: text(from.gmtTime),
  gmtOffset: text(from.gmtOffset),
  location: location(from.location),
  status: status(from.status),
}));

const hours = object((from) => ({
  type: text(from.type),
  startTime: text(from.startTime),
  endTime: text(from.endTime),
}));
const receipt = object((from) => ({ receivedBy: text(from.receivedBy) }));
const accessPoint = object((from) => ({ pickupByDate: text(from.pickupByDate) }));
const service = object((from) => ({ description: text(from.description) }));
const weight = object((from) => ({
  unitOfMeasurement: text(from.unitOfMeasurement),
  weight: text(from.weight),
}));

export const readParcel = object((from) => ({
  trackingNumber: text(from.trackingNumber),
  activity: list(from.activity),
  deliveryDate: list(from.deliveryDate),
  deliveryTime: hours(from.deliveryTime),
  deliveryInformation: receipt(from.deliveryInformation),
  accessPointInformation: accessPoint(from.accessPointInformation),
  packageAddress: list(from.packageAddress),
  alternateTrackingNumber: list(from.alternateTrackingNumber),
  referenceNumber: list(from.referenceNumber),
  service: service(from.service),
  weight: weight(from.weight),
  packageCount: text(from.packageCount),
}));
export type Parcel = ReadValue<typeof readParcel>;

export const readDeliveryDate = object((from) => ({ type: text(from.type), date: text(from.date) }));
export const readPackageAddress = object((from) => ({
  type: text(from.type),
  address: address(from.address),
}));

export const readTypedNumber = object((from) => ({ type: text(from.type), number: text(from.number) }));

const alertStatus = object((from) => ({
  type: text(from.type),
  code: text(from.code),
  descriptionCode: text(from.descriptionCode),
  description: text(from.description),
}));

/** One Track Alert push: one scan of one parcel. */
export const readPush = object((from) => ({
  trackingNumber: text(from.trackingNumber),
  localActivityDate: text(from.localActivityDate),
  localActivityTime: text(from.localActivityTime),
  gmtActivityDate: text(from.gmtActivityDate),
  gmtActivityTime: text(from.gmtActivityTime),
  gmtOffset: text(from.gmtOffset),
  activityLocation: address(from.activityLocation),
  activityStatus: alertStatus(from.activityStatus),
  scheduledDeliveryDate: text(from.scheduledDeliveryDate),
  actualDeliveryDate: text(from.actualDeliveryDate),
  actualDeliveryTime: text(from.actualDeliveryTime),
  deliveryStartTime: text(from.deliveryStartTime),
  deliveryEndTime: text(from.deliveryEndTime),
  receivedBy: text(from.receivedBy),
  alternateTrackingNumber: text(from.alternateTrackingNumber),
}));
export type TrackAlert = ReadValue<typeof readPush>;
