import { z } from 'zod';
import { listOfUnknown, optionalText } from '../../_kit/index.ts';

/** Unified Shipment Tracking API 1.5. Any field may be missing in some division, and any object may be null. */
const text = optionalText.optional();
const list = listOfUnknown.default([]);
const optional = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.object(shape).optional().catch(undefined);
const number = z.number().optional().catch(undefined);

const addressShape = {
  countryCode: text,
  postalCode: text,
  addressLocality: text,
  addressRegion: text,
  streetAddress: text,
};
const place = optional({ address: optional(addressShape) });
export type SaidPlace = z.infer<typeof place>;

/** `status` of a shipment and each element of `events`. */
export const eventSchema = z.object({
  timestamp: text,
  location: place,
  statusCode: text,
  status: text,
  description: text,
});
export type SaidEvent = z.infer<typeof eventSchema>;

export const shipmentSchema = z.object({
  id: text,
  service: text,
  origin: place,
  destination: place,
  status: eventSchema.optional().catch(undefined),
  estimatedTimeOfDelivery: text,
  estimatedDeliveryTimeFrame: optional({ estimatedFrom: text, estimatedThrough: text }),
  returnFlag: z.unknown().optional(),
  details: optional({
    product: optional({ productName: text }),
    provider: optional({ destinationProvider: text }),
    proofOfDelivery: optional({
      timestamp: text,
      signed: optional({ name: text, givenName: text, familyName: text, organizationName: text }),
    }),
    totalNumberOfPieces: number,
    weight: optional({ value: number, unitText: text }),
    references: list,
  }),
  events: list,
});
export type SaidShipment = z.infer<typeof shipmentSchema>;

export const referenceSchema = z.object({ number: text, type: text });

/** The form of every error, RFC 7807. */
export const problemSchema = z.object({ title: text, detail: text, status: text, instance: text });
