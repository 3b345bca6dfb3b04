import { z } from 'zod';

/**
 * The generic format: our own JSON, for a carrier without an adapter or a system of one's own. These schemas are its public documentation, so
 * every field says in plain words what belongs into it. A field that is not known may be left out or be null; fields we do not know are ignored.
 */

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
  .describe('Where it happened. The more is said, the surer the place and the time zone are found.');

export const eventSchema = z
  .object({
    id: idOrCode
      .nullish()
      .describe(
        'Your own id of the event, never used twice. The same id again replaces what was said before, so that a mistake can be corrected. Without an id, the code (or the status), the time and the place tell events apart.',
      ),
    code: idOrCode
      .nullish()
      .describe('Your own code of the event. Kept and shown; the status decides what it means.'),
    status: z
      .string()
      .describe(
        'What happened: a milestone ("in_transit") or, better, a sub-status ("in_transit.departed_facility") of the status list. Any other word is kept as unknown and waits in the review queue.',
      ),
    time: z
      .string()
      .describe(
        'When it happened, as ISO 8601: with offset ("2026-03-01T14:05:00+01:00"), as local time ("2026-03-01T14:05:00"), or as a mere day ("2026-03-01").',
      ),
    zone: z
      .string()
      .nullish()
      .describe(
        'Time zone of a time without offset, by its IANA name: "Europe/Amsterdam". Without it the zone of the place is used; without either, the time stays local.',
      ),
    place: placeSchema.nullish(),
    text: z
      .string()
      .nullish()
      .describe('What you would tell the recipient, in one sentence and any language.'),
    signedBy: z.string().nullish().describe('Who took the parcel or signed for it.'),
  })
  .describe('One thing that happened to the shipment.');

export const estimatedDeliverySchema = z
  .object({
    from: z.string().nullish().describe('Earliest time or day of delivery, as ISO 8601.'),
    to: z.string().nullish().describe('Latest time or day of delivery, as ISO 8601.'),
  })
  .describe('When the shipment is expected to be delivered. Leave an end open by leaving it out.');

const shipmentSchema = z
  .object({
    trackingNumber: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z-]{4,40}$/, 'must be 4 to 40 letters, digits and dashes')
      .describe('The number that the shipment is followed by: 4 to 40 letters, digits and dashes.'),
    carrier: z
      .string()
      .nullish()
      .describe('Name of the carrier, for people who read the message. It decides nothing.'),
    references: z.array(z.string()).nullish().describe('Your own references: order numbers, delivery notes.'),
    service: z.string().nullish().describe('Name of the service that was booked: "Next day 12:00".'),
    estimatedDelivery: estimatedDeliverySchema.nullish(),
    events: z
      .array(eventSchema)
      .nullish()
      .describe('What has happened, in any order: all events so far or only the new ones.'),
  })
  .describe('One shipment and what is to be said about it.');

export const messageSchema = z
  .union([z.object({ shipments: z.array(shipmentSchema) }), shipmentSchema, z.array(shipmentSchema)])
  .describe(
    'A message: { "shipments": [ … ] }, a single shipment, or a list of shipments. In a file also one shipment a line (NDJSON).',
  );

export type GenericEvent = z.infer<typeof eventSchema>;
export type GenericPlace = z.infer<typeof placeSchema>;
export type EstimatedDelivery = z.infer<typeof estimatedDeliverySchema>;

/** The parts are read one by one, so that a bad one does not spoil the others. */
export const numberSchema = shipmentSchema.pick({ trackingNumber: true });
export const detailsSchema = shipmentSchema.omit({ trackingNumber: true, events: true });
