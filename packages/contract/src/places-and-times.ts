import { z } from 'zod';
import { instant, precision, subStatus, zoneSource } from './fields.ts';

/** An instant, or only a local date if the time is unknown. */
export const moment = z
  .string()
  .describe('ISO 8601 instant in UTC, or only a local date if the time is unknown.');

export const momentWindow = z
  .strictObject({
    from: moment.nullable().describe('Start of the window; null if open.'),
    to: moment.nullable().describe('End of the window; null if open.'),
  })
  .describe('A time window.');

const point = z
  .strictObject({
    lat: z.number().describe('Latitude in degrees (WGS 84).'),
    lon: z.number().describe('Longitude in degrees (WGS 84).'),
  })
  .describe('A geographic position.');

export const place = z
  .strictObject({
    name: z.string().optional().describe('Town or facility as given.'),
    street: z.string().optional().describe('Street and house number.'),
    postcode: z.string().optional().describe('Postcode as given.'),
    region: z.string().optional().describe('State or province.'),
    country: z.string().optional().describe('Country (ISO 3166-1 alpha-2).'),
    code: z.string().optional().describe('Code of the place.'),
    codeSystem: z.enum(['unlocode', 'iata', 'facility']).optional().describe('The code system.'),
    point: point.optional().describe('Position, if the place was found.'),
    zone: z.string().optional().describe('Time zone (IANA), if known.'),
    radiusKm: z.number().optional().describe('Maximum distance of the place from the point, in kilometres.'),
    matchedBy: z
      .enum(['point', 'unlocode', 'iata', 'postcode', 'town', 'country'])
      .optional()
      .describe('What the place was found by.'),
  })
  .describe('A place: the given text and the result of the look-up.');

/** The time of an event. The names are the same as in the output of the `decode` command. */
export const eventTimeFields = {
  occurredAt: instant.nullable().describe('When it happened, in UTC; null if unknown.'),
  localTime: z.string().describe('The local time as given, without offset; only a date if precision is day.'),
  zone: z
    .string()
    .nullable()
    .describe('Time zone of the local time: IANA name, offset or UTC; null if unknown.'),
  zoneSource: zoneSource
    .nullable()
    .describe('Where the zone came from. The values are listed from most to least reliable.'),
  precision: precision.describe('Precision of the time.'),
};

export const lastEvent = z
  .strictObject({
    ...eventTimeFields,
    subStatus: subStatus.describe('Sub-status.'),
    text: z.string().nullable().describe("The carrier's text, verbatim."),
    place: place.nullable().describe('Place of the event.'),
  })
  .describe('The newest timeline entry, whether it changed the status or not.');
