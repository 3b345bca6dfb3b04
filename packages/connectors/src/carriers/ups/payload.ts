import { z } from 'zod';
import { listOfUnknown, optionalObject, optionalText } from '../../_kit/index.ts';

/**
 * The Tracking API's answer, Track Alert's push and the errors and receipts of both. Items of every list are parsed one by one, so that a
 * broken one spoils no other.
 */

const text = optionalText;
const list = listOfUnknown;
const object = optionalObject;

/** An object that may be missing, empty or of another type: then it says nothing. */
function lenient<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).optional().catch(undefined);
}

/** What tells the messages apart. */
export const root = z.object({
  trackResponse: lenient({ shipment: list }),
  response: lenient({ errors: list }),
  activityStatus: object,
  validTrackingNumbers: list,
  invalidTrackingNumbers: list,
  expiryDate: text,
  message: text,
});

/** An error of the answer, or a warning about one shipment. */
export const notice = z.object({ code: text, message: text });

export const shipment = z.object({ inquiryNumber: text, package: list, warnings: list });

const address = lenient({
  city: text,
  stateProvince: text,
  postalCode: text,
  countryCode: text,
  country: text,
});
export type Address = z.infer<typeof address>;

/** One entry of `package[].activity`: a scan. */
export const activity = z.object({
  date: text,
  time: text,
  gmtDate: text,
  gmtTime: text,
  gmtOffset: text,
  location: lenient({ address }),
  status: z.object({ type: text, code: text, statusCode: text, description: text }),
});
export type Activity = z.infer<typeof activity>;

export const parcel = z.object({
  trackingNumber: text,
  activity: list,
  deliveryDate: list,
  deliveryTime: lenient({ type: text, startTime: text, endTime: text }),
  deliveryInformation: lenient({ receivedBy: text }),
  accessPointInformation: lenient({ pickupByDate: text }),
  packageAddress: list,
  alternateTrackingNumber: list,
  referenceNumber: list,
  service: lenient({ description: text }),
  weight: lenient({ unitOfMeasurement: text, weight: text }),
  packageCount: text,
});
export type Parcel = z.infer<typeof parcel>;

export const deliveryDate = z.object({ type: text, date: text });
export const packageAddress = z.object({ type: text, address });
export const typedNumber = z.object({ type: text, number: text });

/** One Track Alert push: one scan of one parcel. */
export const push = z.object({
  trackingNumber: text,
  localActivityDate: text,
  localActivityTime: text,
  gmtActivityDate: text,
  gmtActivityTime: text,
  gmtOffset: text,
  activityLocation: address,
  activityStatus: z.object({ type: text, code: text, descriptionCode: text, description: text }),
  scheduledDeliveryDate: text,
  actualDeliveryDate: text,
  actualDeliveryTime: text,
  deliveryStartTime: text,
  deliveryEndTime: text,
  receivedBy: text,
  alternateTrackingNumber: text,
});
export type TrackAlert = z.infer<typeof push>;

/** `expires_in` is documented as text. */
export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});
