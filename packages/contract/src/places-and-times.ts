import { z } from 'zod';
import { instant, precision, subStatus, zoneSource } from './fields.ts';

/** A moment as far as it is known: the instant, or only the local date. */
export const moment = z
  .string()
  .describe('ISO 8601 instant in UTC; only the local date where no more is known.');

export const momentWindow = z
  .strictObject({
    from: moment.nullable().describe('Begin of the window; null when open.'),
    to: moment.nullable().describe('End of the window; null when open.'),
  })
  .describe('A span of time in which something is expected.');

const point = z
  .strictObject({
    lat: z.number().describe('Latitude in degrees (WGS 84).'),
    lon: z.number().describe('Longitude in degrees (WGS 84).'),
  })
  .describe('A position on the map.');

export const place = z
  .strictObject({
    name: z.string().optional().describe('Town or facility in the words of the sender.'),
    street: z.string().optional().describe('Street and house number.'),
    postcode: z.string().optional().describe('Postcode as given.'),
    region: z.string().optional().describe('State or province.'),
    country: z.string().optional().describe('Country (ISO 3166-1 alpha-2).'),
    code: z.string().optional().describe('Code of the place.'),
    codeSystem: z
      .enum(['unlocode', 'iata', 'facility'])
      .optional()
      .describe('The list that the code is from.'),
    point: point.optional().describe('Where it lies, where the place could be found.'),
    zone: z.string().optional().describe('Time zone (IANA), where it could be told.'),
    radiusKm: z.number().optional().describe('The truth lies within this distance of the point.'),
    matchedBy: z
      .enum(['point', 'unlocode', 'iata', 'postcode', 'town', 'country'])
      .optional()
      .describe('What the place was found by.'),
  })
  .describe('A place: the words given, and what our look-up adds.');

/** How the clock of an event was read; the names are those of the `decode` command. */
export const eventTimeFields = {
  occurredAt: instant.nullable().describe('When it happened, in UTC; null when it cannot be known.'),
  localTime: z
    .string()
    .describe('The wall clock as given, without offset; only a date where precision is day.'),
  zone: z
    .string()
    .nullable()
    .describe('Time zone of the wall clock: IANA name, offset or UTC; null when nothing tells.'),
  zoneSource: zoneSource.nullable().describe('Where the zone came from, surest first in the list of values.'),
  precision: precision.describe('How exact the clock was given.'),
};

export const lastEvent = z
  .strictObject({
    ...eventTimeFields,
    subStatus: subStatus.describe('What happened.'),
    text: z.string().nullable().describe("The carrier's own words."),
    place: place.nullable().describe('Where it happened.'),
  })
  .describe('The newest line of the timeline, whether it moved the shipment or not.');
