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
  .describe('An address, as far as it is known.');

const recipientGiven = z
  .strictObject({
    name: name(200).optional().describe('Name of the recipient.'),
    email: z.email({ error: 'Must be an e-mail address.' }).max(254).optional().describe('E-mail address.'),
  })
  .describe('Who receives the shipment.');

const promiseGiven = z
  .strictObject({
    from: instantGiven.nullish().describe('Not before (ISO 8601 with Z or offset).'),
    to: instantGiven.nullish().describe('Not after (ISO 8601 with Z or offset).'),
  })
  .refine((window) => !window.from || !window.to || Date.parse(window.from) <= Date.parse(window.to), {
    error: 'Must not end before it begins.',
    path: ['to'],
  })
  .describe('When delivery was promised.');

const parcelGiven = z
  .strictObject({
    trackingNumber: trackingNumber.describe("The carrier's number of this parcel."),
    carrier: carrierName.optional().describe('Carrier of this parcel; that of the shipment when left out.'),
  })
  .describe('One parcel of the shipment.');

/** A shipment as its sender announces it. */
export const shipmentGiven = z
  .strictObject({
    carrier: carrierName
      .optional()
      .describe('Name of the carrier. Left out: told from the number, if exactly one carrier recognises it.'),
    trackingNumber: trackingNumber
      .optional()
      .describe("The carrier's number. May be left out where parcels are given."),
    references: z
      .array(name(100))
      .max(20)
      .optional()
      .describe('Your own numbers: order, customer, invoice. The list can be searched by them.'),
    recipient: recipientGiven.optional().describe('Who receives the shipment.'),
    origin: placeGiven.optional().describe('Where it is sent from.'),
    destination: placeGiven.optional().describe('Where it goes.'),
    service: name(100).optional().describe('Service booked at the carrier.'),
    despatchDate: isoDate.optional().describe('Day on which it leaves the sender.'),
    promisedDelivery: promiseGiven.optional().describe('What the recipient was promised.'),
    parcels: z
      .array(parcelGiven)
      .min(1)
      .max(100)
      .optional()
      .describe(
        'Several parcels that travel together. The first gives the shipment its number, if it has none.',
      ),
  })
  .describe('A shipment to follow.');
export type ShipmentGiven = z.infer<typeof shipmentGiven>;

export const batchSizeMax = 1_000;

/** Rows stay unknown here: each is parsed by itself, so that a bad one does not lose the good. */
export const shipmentBatchGiven = z
  .strictObject({
    shipments: z
      .array(z.unknown())
      .min(1)
      .max(batchSizeMax)
      .describe(`Up to ${batchSizeMax} shipments, each as for POST /v1/shipments.`),
  })
  .describe('Many shipments at once.');

const recipient = z
  .strictObject({
    name: z.string().nullable().describe('Name of the recipient.'),
    email: z.string().nullable().describe('E-mail address.'),
  })
  .describe('Who receives the shipment.');

/** A shipment as we show it, in lists and by itself. */
export const shipment = z
  .strictObject({
    id: id.describe('Our id.'),
    trackingId: z.string().describe('Our public tracking id, with a check character.'),
    carrier: z.string().describe('Carrier of the first leg.'),
    trackingNumber: z.string().describe("The carrier's number."),
    references: z.array(z.string()).describe('Your own numbers.'),
    recipient: recipient.describe('Who receives it.'),
    origin: place.nullable().describe('Where it is sent from.'),
    destination: place.nullable().describe('Where it goes, as announced; else as the carrier says.'),
    service: z.string().nullable().describe('Service at the carrier.'),
    despatchDate: z.string().nullable().describe('Day on which it leaves the sender.'),
    promisedDelivery: momentWindow.nullable().describe('What the recipient was promised.'),
    milestone: milestone.describe('How far it is.'),
    subStatus: subStatus.describe('What exactly happened.'),
    meaning: z.string().describe('The same in plain words.'),
    since: moment.nullable().describe('When the milestone began.'),
    lastEvent: lastEvent.nullable().describe('The newest line of the timeline.'),
    estimatedDelivery: momentWindow.nullable().describe("The carrier's estimate."),
    deliveredAt: moment.nullable().describe('When it was delivered.'),
    signedBy: z.string().nullable().describe('Who signed for it.'),
    hasException: z.boolean().describe('True when something is wrong and may need a person.'),
    openAlerts: z.array(z.string()).describe('Names of the rules that hold now, like no_first_scan.'),
    flags: z.array(stateFlag).describe('What is odd about the record of this shipment.'),
    createdAt: instant.describe('When it was registered here.'),
    updatedAt: instant.describe('When anything about it changed last.'),
  })
  .describe('A shipment and where it stands.');
export type ShipmentView = z.infer<typeof shipment>;

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

/** What shipments are chosen by: in lists, counts and exports alike. */
export const shipmentFilter = z.strictObject({
  q: name(100)
    .min(2)
    .optional()
    .describe(
      'Only shipments that the search finds by this: number, reference, name, e-mail or postcode. Among the newest thousand that fit.',
    ),
  carrier: carrierName.optional().describe('Only this carrier.'),
  milestone: listParameter(milestone)
    .optional()
    .describe('Only shipments that are this far; several milestones with commas between them.'),
  reference: name(100).optional().describe('Only shipments with exactly this reference.'),
  trackingNumber: trackingNumber.optional().describe("Only shipments with a leg of this carrier's number."),
  destinationCountry: country.optional().describe('Only this country of destination.'),
  destinationPostcode: name(20)
    .regex(/[A-Za-z0-9]/, { error: 'Must hold a letter or a digit.' })
    .optional()
    .describe('Only postcodes of the destination that begin so; spaces and case do not matter.'),
  despatchedFrom: isoDate
    .optional()
    .describe('Only despatch dates from this day on. The list is then sorted by despatch date.'),
  despatchedTo: isoDate
    .optional()
    .describe('Only despatch dates up to and with this day. The list is then sorted by despatch date.'),
  exception: booleanParameter.optional().describe('true: only shipments in trouble; false: only the others.'),
  rule: z
    .string()
    .max(60)
    .regex(/^[a-z_]+$/, { error: 'Must be the name of a rule, like no_first_scan.' })
    .optional()
    .describe('Only shipments for which this rule holds now.'),
  notMovedSince: isoDate
    .optional()
    .describe(
      'Only shipments under way of which nothing was heard on this day or later (UTC). The list is then sorted by due date or by registration.',
    ),
  dueFrom: instantGiven
    .optional()
    .describe(
      'Only shipments under way that are promised, else expected, from this instant on. The list is then sorted by due date or by registration.',
    ),
  dueBefore: instantGiven
    .optional()
    .describe('Only shipments under way that are promised, else expected, before this instant.'),
  deliveredFrom: instantGiven
    .optional()
    .describe('Only shipments delivered from this instant on. The list is then sorted by delivery.'),
  deliveredBefore: instantGiven.optional().describe('Only shipments delivered before this instant.'),
});
export type ShipmentFilterQuery = z.infer<typeof shipmentFilter>;

export const shipmentListQuery = z.strictObject({
  ...shipmentFilter.shape,
  sort: z
    .enum(shipmentSorts)
    .optional()
    .describe(
      'Order of the list; a minus means newest first. Default: -updatedAt; with a range that of the range (-despatchDate, dueAt, -deliveredAt). updatedAt goes with exception=true.',
    ),
  limit: countParameter(200).default(50).describe('Shipments on a page, up to 200.'),
  cursor: cursor.optional(),
});
export type ShipmentListQuery = z.infer<typeof shipmentListQuery>;

export const shipmentPage = z
  .strictObject({
    shipments: z.array(shipment).describe('The shipments of this page.'),
    nextCursor,
  })
  .describe('A page of shipments.');

export const exportFormats = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const shipmentExportQuery = z.strictObject({
  ...shipmentFilter.shape,
  sort: shipmentListQuery.shape.sort,
  format: z.enum(exportFormats).default('csv').describe('csv for tables, ndjson for programs.'),
});

export const shipmentCountQuery = z.strictObject({
  ...shipmentFilter.shape,
  facets: booleanParameter.default(false).describe('true: count by milestone and by carrier too.'),
});

/** Beyond these, counting would cost more than anybody gains from the figure. */
export const countMax = 10_000;
export const facetCountMax = 1_000;

const count = z
  .strictObject({
    count: z.int().describe('How many, up to the most that is counted.'),
    isMore: z.boolean().describe('True when there are more than this.'),
  })
  .describe('A number of shipments, exact up to a limit.');

const facet = z
  .strictObject({ value: z.string().describe('The milestone or the carrier.'), ...count.shape })
  .describe('How many there are of one value.');

export const shipmentCount = z
  .strictObject({
    ...count.shape,
    milestones: z
      .array(facet)
      .nullable()
      .describe(`By milestone, the milestone filter left aside; each exact up to ${facetCountMax}.`),
    carriers: z
      .array(facet)
      .nullable()
      .describe(`By carrier, the carrier filter left aside; each exact up to ${facetCountMax}.`),
  })
  .describe(`How many shipments fit, exact up to ${countMax}.`);

export const shipmentBatchRow = z
  .strictObject({
    index: z.int().describe('Position in the request, from 0.'),
    status: z
      .int()
      .describe('The status this row would have got by itself: 201 new, 200 known before, 4xx refused.'),
    id: id.optional().describe('Our id, unless it was refused.'),
    trackingId: z.string().optional().describe('Our tracking id, unless it was refused.'),
    problem: problem.optional().describe('Why the row was refused.'),
  })
  .describe('What became of one row.');

export const shipmentBatchResult = z
  .strictObject({
    created: z.int().describe('New shipments.'),
    existing: z.int().describe('Shipments that were known before.'),
    refused: z.int().describe('Rows that were refused.'),
    results: z.array(shipmentBatchRow).describe('One entry a row, in the order of the request.'),
  })
  .describe('What became of a batch.');
export type ShipmentBatchRow = z.infer<typeof shipmentBatchRow>;
