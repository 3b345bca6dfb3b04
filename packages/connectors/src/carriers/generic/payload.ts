/**
 * The generic format: Milepost's own JSON, for carriers without a connector and a company's own systems.
 * These schemas are its public documentation, so every field has a description. Unknown values may be
 * omitted or null; additional fields are ignored.
 */
import { z } from 'zod';

const idOrCode = z.union([z.string(), z.int()]);

export const placeSchema = z
  .object({
    name: z.string().nullish().describe('Name of the town, depot or shop: "Utrecht".'),
    postcode: z.string().nullish().describe('Postcode of the place.'),
    region: z.string().nullish().describe('State or province, where the country has them: "WA" or "US-WA".'),
    country: z.string().nullish().describe('Country as two letters (ISO 3166-1): "NL".'),
    lat: z
      .number()
      .min(-90)
      .max(90)
      .nullish()
      .describe('Latitude in degrees, WGS 84. Counts only together with lon.'),
    lon: z
      .number()
      .min(-180)
      .max(180)
      .nullish()
      .describe('Longitude in degrees, WGS 84. Counts only together with lat.'),
  })
  .describe('Where it happened. More fields make it more likely that place and time zone are found.');

export const eventSchema = z
  .object({
    id: idOrCode
      .nullish()
      .describe(
        'Your own unique id of the event. A later event with the same id replaces it, so that mistakes can be corrected. Without an id, the code (or the status), the time and the place identify the event.',
      ),
    code: idOrCode
      .nullish()
      .describe('Your own code of the event. It is kept and shown; the status decides its meaning.'),
    status: z
      .string()
      .describe(
        'What happened: a milestone ("in_transit") or, better, a sub-status ("in_transit.departed_facility") of the status list. Any other value is kept as unknown and waits in the review queue.',
      ),
    time: z
      .string()
      .describe(
        'When it happened, as ISO 8601: with offset ("2026-03-01T14:05:00+01:00"), as local time ("2026-03-01T14:05:00"), or as a day ("2026-03-01").',
      ),
    zone: z
      .string()
      .nullish()
      .describe(
        'IANA time zone of a time without offset: "Europe/Amsterdam". Without it the zone of the place is used; without either, the time stays local.',
      ),
    place: placeSchema.nullish(),
    text: z.string().nullish().describe('A sentence for the recipient, in any language.'),
    signedBy: z.string().nullish().describe('Name of the person who accepted the parcel or signed for it.'),
  })
  .describe('One event of the shipment.');

export const estimatedDeliverySchema = z
  .object({
    from: z.string().nullish().describe('Earliest time or day of delivery, as ISO 8601.'),
    to: z.string().nullish().describe('Latest time or day of delivery, as ISO 8601.'),
  })
  .describe('When the shipment is expected to be delivered. Omit one of them for an open end.');

const shipmentSchema = z
  .object({
    trackingNumber: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z-]{4,40}$/, 'must be 4 to 40 letters, digits and dashes')
      .describe('The tracking number: 4 to 40 letters, digits and dashes.'),
    carrier: z.string().nullish().describe('Name of the carrier, for display only.'),
    references: z.array(z.string()).nullish().describe('Your own references: order numbers, delivery notes.'),
    service: z.string().nullish().describe('Name of the service that was booked: "Next day 12:00".'),
    estimatedDelivery: estimatedDeliverySchema.nullish(),
    events: z.array(eventSchema).nullish().describe('Events in any order: all so far or only the new ones.'),
  })
  .describe('One shipment with its events and details.');

export const messageSchema = z
  .union([z.object({ shipments: z.array(shipmentSchema) }), shipmentSchema, z.array(shipmentSchema)])
  .describe(
    'A message: { "shipments": [ … ] }, a single shipment, or a list of shipments. In a file also one shipment on each line (NDJSON).',
  );

export type GenericEvent = z.infer<typeof eventSchema>;
export type GenericPlace = z.infer<typeof placeSchema>;
export type EstimatedDelivery = z.infer<typeof estimatedDeliverySchema>;

/** The parts are read separately, so that a bad one affects no other. */
export const numberSchema = shipmentSchema.pick({ trackingNumber: true });
export const detailsSchema = shipmentSchema.omit({ trackingNumber: true, events: true });
