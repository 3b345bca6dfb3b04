import { z } from 'zod';
import {
  booleanParameter,
  carrierName,
  countParameter,
  country,
  cursor,
  id,
  instant,
  instantGiven,
  isoDate,
  listParameter,
  milestone,
  name,
  nextCursor,
  stateFlag,
  subStatus,
  trackingNumber,
} from './fields.ts';
import { lastEvent, moment, momentWindow, place } from './places-and-times.ts';
import { problem } from './problem.ts';

export const placeGiven = z
  .strictObject({
    name: name(200).optional().describe('Town.'),
    street: name(200).optional().describe('Street and house number.'),
    postcode: name(20).optional().describe('Postcode.'),
    region: name(100).optional().describe('State or province.'),
    country: country.optional().describe('Country (ISO 3166-1 alpha-2).'),
  })
  .describe('An address; all members are optional.');

const recipientGiven = z
  .strictObject({
    name: name(200).optional().describe('Name of the recipient.'),
    email: z.email({ error: 'Must be an e-mail address.' }).max(254).optional().describe('E-mail address.'),
  })
  .describe('The recipient.');

const promiseGiven = z
  .strictObject({
    from: instantGiven.nullish().describe('Earliest time (ISO 8601 with Z or offset).'),
    to: instantGiven.nullish().describe('Latest time (ISO 8601 with Z or offset).'),
  })
  .refine((window) => !window.from || !window.to || Date.parse(window.from) <= Date.parse(window.to), {
    error: 'Must not be before from.',
    path: ['to'],
  })
  .describe('The promised delivery window.');

const parcelGiven = z
  .strictObject({
    trackingNumber: trackingNumber.describe("The carrier's tracking number of this parcel."),
    carrier: carrierName.optional().describe('Carrier of this parcel. Default: the carrier of the shipment.'),
  })
  .describe('One parcel of the shipment.');

/** A shipment to register. */
export const shipmentGiven = z
  .strictObject({
    carrier: carrierName
      .optional()
      .describe(
        'Name of the carrier. Default: detected from the number, if exactly one carrier recognises it.',
      ),
    trackingNumber: trackingNumber
      .optional()
      .describe("The carrier's tracking number. Optional if parcels are given."),
    references: z
      .array(name(100))
      .max(20)
      .optional()
      .describe('Your own numbers, for example of order, customer or invoice. They are searchable.'),
    recipient: recipientGiven.optional().describe('The recipient.'),
    origin: placeGiven.optional().describe('Origin.'),
    destination: placeGiven.optional().describe('Destination.'),
    service: name(100).optional().describe('Service booked at the carrier.'),
    despatchDate: isoDate.optional().describe('Date of despatch from the sender.'),
    promisedDelivery: promiseGiven.optional().describe('The delivery window promised to the recipient.'),
    parcels: z
      .array(parcelGiven)
      .min(1)
      .max(100)
      .optional()
      .describe('The parcels of the shipment. The shipment gets the number of the first one if it has none.'),
  })
  .describe('A shipment to track.');
export type ShipmentGiven = z.infer<typeof shipmentGiven>;

/** Maximum number of rows in a batch. */
export const batchSizeMax = 1_000;

/** Rows are `unknown` here: each is parsed separately, so that an invalid row does not affect the others. */
export const shipmentBatchGiven = z
  .strictObject({
    shipments: z
      .array(z.unknown())
      .min(1)
      .max(batchSizeMax)
      .describe(`Up to ${batchSizeMax} shipments, each as for POST /v1/shipments.`),
  })
  .describe('Several shipments.');

const recipient = z
  .strictObject({
    name: z.string().nullable().describe('Name of the recipient.'),
    email: z.string().nullable().describe('E-mail address.'),
  })
  .describe('The recipient.');

/** A shipment in responses. */
export const shipment = z
  .strictObject({
    id: id.describe('Id of the shipment.'),
    trackingId: z.string().describe('Public tracking id, with a check character.'),
    carrier: z.string().describe('Carrier of the first leg.'),
    trackingNumber: z.string().describe("The carrier's tracking number."),
    references: z.array(z.string()).describe('The sender’s own numbers.'),
    recipient: recipient.describe('The recipient.'),
    origin: place.nullable().describe('Origin.'),
    destination: place
      .nullable()
      .describe('Destination as registered; by default as reported by the carrier.'),
    service: z.string().nullable().describe('Service of the carrier.'),
    despatchDate: z.string().nullable().describe('Date of despatch from the sender.'),
    promisedDelivery: momentWindow.nullable().describe('The delivery window promised to the recipient.'),
    milestone: milestone.describe('Milestone.'),
    subStatus: subStatus.describe('Sub-status.'),
    meaning: z.string().describe('Meaning of the sub-status in words.'),
    since: moment.nullable().describe('When the milestone was reached.'),
    lastEvent: lastEvent.nullable().describe('The newest timeline entry.'),
    estimatedDelivery: momentWindow.nullable().describe("The carrier's estimated delivery window."),
    deliveredAt: moment.nullable().describe('Time of delivery.'),
    signedBy: z.string().nullable().describe('Name of the signer.'),
    hasException: z.boolean().describe('True if the shipment needs attention.'),
    openExceptions: z.array(z.string()).describe('Exception rules that hold now, for example no_first_scan.'),
    flags: z.array(stateFlag).describe('Inconsistencies in the events of the shipment.'),
    createdAt: instant.describe('Time of registration.'),
    updatedAt: instant.describe('Time of the last change.'),
  })
  .describe('A shipment with its status.');
export type ShipmentView = z.infer<typeof shipment>;

/** Sort orders of the list; a leading minus means newest first. */
export const shipmentSorts = [
  '-updatedAt',
  'updatedAt',
  '-createdAt',
  'createdAt',
  '-despatchDate',
  'despatchDate',
  '-dueAt',
  'dueAt',
  '-deliveredAt',
  'deliveredAt',
] as const;
export type ShipmentSort = (typeof shipmentSorts)[number];

/** The filters of lists, counts, exports and saved views, as query parameters. */
export const shipmentFilterQuery = z.strictObject({
  q: name(100)
    .min(2)
    .optional()
    .describe(
      'Only shipments that match this search text in number, reference, name, e-mail or postcode; among the newest thousand matches.',
    ),
  carrier: carrierName.optional().describe('Only this carrier.'),
  milestone: listParameter(milestone).optional().describe('Only these milestones, comma-separated.'),
  reference: name(100).optional().describe('Only shipments with exactly this reference.'),
  trackingNumber: trackingNumber
    .optional()
    .describe("Only shipments with this carrier's tracking number on any leg."),
  destinationCountry: country.optional().describe('Only this destination country.'),
  destinationPostcode: name(20)
    .regex(/[A-Za-z0-9]/, { error: 'Must contain a letter or a digit.' })
    .optional()
    .describe('Only destination postcodes that start with this; spaces and case are ignored.'),
  despatchedFrom: isoDate
    .optional()
    .describe('Only despatch dates from this date on. The list is then sorted by despatch date.'),
  despatchedTo: isoDate
    .optional()
    .describe('Only despatch dates up to and including this date. The list is then sorted by despatch date.'),
  exception: booleanParameter
    .optional()
    .describe('true: only shipments that need attention; false: only the others.'),
  rule: z
    .string()
    .max(60)
    .regex(/^[a-z_]+$/, { error: 'Must be the name of an exception rule like no_first_scan.' })
    .optional()
    .describe('Only shipments for which this exception rule holds now.'),
  notMovedSince: isoDate
    .optional()
    .describe(
      'Only shipments under way without events on or after this date (UTC). The list is then sorted by due date or registration.',
    ),
  dueFrom: instantGiven
    .optional()
    .describe(
      'Only shipments under way whose promised, else estimated delivery is at or after this instant. The list is then sorted by due date or registration.',
    ),
  dueBefore: instantGiven
    .optional()
    .describe('Only shipments under way whose promised, else estimated delivery is before this instant.'),
  deliveredFrom: instantGiven
    .optional()
    .describe(
      'Only shipments delivered at or after this instant. The list is then sorted by time of delivery.',
    ),
  deliveredBefore: instantGiven.optional().describe('Only shipments delivered before this instant.'),
});
export type ShipmentFilterQuery = z.infer<typeof shipmentFilterQuery>;

export const shipmentListQuery = z.strictObject({
  ...shipmentFilterQuery.shape,
  sort: z
    .enum(shipmentSorts)
    .optional()
    .describe(
      'Sort order; a minus means newest first. Default: -updatedAt, or the order of the given range (-despatchDate, dueAt, -deliveredAt). updatedAt requires exception=true.',
    ),
  limit: countParameter(200).default(50).describe('Shipments per page, up to 200.'),
  cursor: cursor.optional(),
});

export const shipmentPage = z
  .strictObject({
    shipments: z.array(shipment).describe('The shipments of this page.'),
    nextCursor,
  })
  .describe('A page of shipments.');

const exportFormats = ['csv', 'ndjson'] as const;

export const shipmentExportQuery = z.strictObject({
  ...shipmentFilterQuery.shape,
  sort: shipmentListQuery.shape.sort,
  format: z.enum(exportFormats).default('csv').describe('csv for spreadsheets, ndjson for programs.'),
});

export const shipmentCountQuery = z.strictObject({
  ...shipmentFilterQuery.shape,
  facets: booleanParameter.default(false).describe('true: also count by milestone and by carrier.'),
});

/** Counts are exact up to these limits; counting further would be too expensive. */
export const countMax = 10_000;
export const facetCountMax = 1_000;

const count = z
  .strictObject({
    count: z.int().describe('The number of shipments, up to the limit.'),
    isMore: z.boolean().describe('True if there are more.'),
  })
  .describe('A number of shipments, exact up to a limit.');

const facet = z
  .strictObject({ value: z.string().describe('The milestone or the carrier.'), ...count.shape })
  .describe('The number of shipments with one value.');

export const shipmentCount = z
  .strictObject({
    ...count.shape,
    milestones: z
      .array(facet)
      .nullable()
      .describe(`By milestone, ignoring the milestone filter; each exact up to ${facetCountMax}.`),
    carriers: z
      .array(facet)
      .nullable()
      .describe(`By carrier, ignoring the carrier filter; each exact up to ${facetCountMax}.`),
  })
  .describe(`The number of matching shipments, exact up to ${countMax}.`);

export const shipmentBatchRow = z
  .strictObject({
    index: z.int().describe('Position in the request, from 0.'),
    status: z
      .int()
      .describe('The HTTP status of this row: 201 created, 200 already registered, 4xx rejected.'),
    id: id.optional().describe('Id of the shipment, unless the row was rejected.'),
    trackingId: z.string().optional().describe('Tracking id of the shipment, unless the row was rejected.'),
    problem: problem.optional().describe('Why the row was rejected.'),
  })
  .describe('The result of one row.');

export const shipmentBatchResult = z
  .strictObject({
    created: z.int().describe('Number of created shipments.'),
    existing: z.int().describe('Number of shipments that were already registered.'),
    refused: z.int().describe('Number of rejected rows.'),
    results: z.array(shipmentBatchRow).describe('One entry per row, in the order of the request.'),
  })
  .describe('The result of a batch.');
export type ShipmentBatchRow = z.infer<typeof shipmentBatchRow>;
