import { problemKinds } from '@milepost/domain';
import { z } from 'zod';
import {
  classifier,
  id,
  instant,
  instantGiven,
  milestone,
  name,
  origin,
  party,
  reason,
  subStatus,
} from './fields.ts';
import { eventTimeFields, place } from './places-and-times.ts';
import { shipment } from './shipments.ts';

export const confidenceFactors = z
  .strictObject({
    mapping: z.number().describe("How well the meaning of the carrier's code is known."),
    clock: z.number().describe('How well the clock and its zone are known.'),
    place: z.number().describe('Whether the place could be found.'),
    source: z.number().describe('How much this source is trusted.'),
    plausibility: z.number().describe('Whether it can be true at all.'),
  })
  .describe('What the confidence is made of; each from 0 to 1.');

/** What every telling of an event holds. */
export const eventFields = {
  ...eventTimeFields,
  milestone: milestone.describe('The milestone that the event speaks of.'),
  subStatus: subStatus.describe('What exactly happened.'),
  classifier: classifier.describe('Whether it happened, is planned, or is expected.'),
  origin: origin.describe('Who tells it.'),
  reason: reason.nullable().describe('Why it happened, where the carrier says so.'),
  party: party.nullable().describe('Who caused it.'),
  code: z.string().nullable().describe("The carrier's code, verbatim."),
  subCode: z.string().nullable().describe("The carrier's finer code, verbatim."),
  text: z.string().nullable().describe("The carrier's own words."),
  place: place.nullable().describe('Where it happened.'),
  signedBy: z.string().nullable().describe('Who signed, where this event says so.'),
  confidence: z.number().describe('How sure it is, from 0 to 1.'),
  confidenceFactors: confidenceFactors.describe('What the confidence is made of.'),
};

export const source = z
  .strictObject({
    source: z.string().describe('Connector and kind of message, for example postnl/poll.'),
    legId: id.describe('The leg it was told for.'),
    receivedAt: instant.describe('When we heard it.'),
    rawMessageId: id.describe('The message that told it, verbatim in our keeping.'),
    confidence: z.number().describe('How sure this source alone is.'),
  })
  .describe('One source of a line of the timeline.');

export const timelineEntry = z
  .strictObject({
    ...eventFields,
    meaning: z.string().describe('What happened in plain words.'),
    sources: z.array(source).describe('Everyone who told it, the telling shown first.'),
  })
  .describe('One line of a timeline: a happening, told by one source or by several.');
export type TimelineEntryView = z.infer<typeof timelineEntry>;

export const leg = z
  .strictObject({
    id: id.describe('Our id of the leg.'),
    parcel: z.int().describe('Which parcel of the shipment, from 1.'),
    carrier: z.string().describe('Carrier of this leg.'),
    trackingNumber: z.string().describe("The carrier's number."),
    validFrom: instant
      .nullable()
      .describe('Carriers use numbers again: facts from here on belong to this leg.'),
    validTo: instant.nullable().describe('Facts from here on belong to a later use of the number.'),
  })
  .describe("One carrier's part of the way of one parcel.");

export const reviewProblem = z
  .strictObject({
    kind: z.enum(Object.keys(problemKinds)).describe('What could not be read.'),
    cause: z.string().describe('The code or the kind at fault.'),
    detail: z.string().describe('What was found, in one sentence.'),
    pointer: z.string().describe('Where in the message.'),
    rawMessageId: id.describe('The message.'),
    receivedAt: instant.describe('When the message came.'),
  })
  .describe('Something that a message about this shipment held and that waits in the review queue.');

export const historyQuery = z.strictObject({
  from: instantGiven.optional().describe('Only events from this instant on.'),
  to: instantGiven.optional().describe('Only events before this instant.'),
});

export const shipmentHistory = z
  .strictObject({
    shipment: shipment.describe('The shipment and where it stands.'),
    legs: z.array(leg).describe('The legs of every parcel.'),
    timeline: z.array(timelineEntry).describe('What happened, newest first.'),
    problems: z.array(reviewProblem).describe('Open problems of the messages that told about it.'),
  })
  .describe('A shipment with everything that is known to have happened.');
export type ShipmentHistory = z.infer<typeof shipmentHistory>;

export const trackQuery = z.strictObject({
  number: name(64).describe("A carrier's number, as printed, or our tracking id."),
  from: historyQuery.shape.from,
  to: historyQuery.shape.to,
});

export const trackResult = z
  .strictObject({
    number: z.string().describe('The number as it was looked for.'),
    shipments: z
      .array(shipmentHistory)
      .describe(
        'Shipments that carry it, newest first; several where carriers used a number again. Up to 20.',
      ),
  })
  .describe('What is known about a number.');
