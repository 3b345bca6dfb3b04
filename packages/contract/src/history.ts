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
    mapping: z.number().describe("How reliable the mapping of the carrier's code is."),
    clock: z.number().describe('How reliable the time and its zone are.'),
    place: z.number().describe('Whether the place was found.'),
    source: z.number().describe('How reliable the source is.'),
    plausibility: z.number().describe('Whether the event is plausible.'),
  })
  .describe('The factors of the confidence, each from 0 to 1.');

/** The fields of an event, in timelines and exports. */
export const eventFields = {
  ...eventTimeFields,
  milestone: milestone.describe('Milestone of the event.'),
  subStatus: subStatus.describe('Sub-status.'),
  classifier: classifier.describe('Whether the event happened, is planned or is expected.'),
  origin: origin.describe('The kind of party that reported the event.'),
  reason: reason.nullable().describe('The reason, if the carrier states it.'),
  party: party.nullable().describe('The party that caused the event.'),
  code: z.string().nullable().describe("The carrier's code, verbatim."),
  subCode: z.string().nullable().describe("The carrier's sub-code, verbatim."),
  text: z.string().nullable().describe("The carrier's text, verbatim."),
  place: place.nullable().describe('Place of the event.'),
  signedBy: z.string().nullable().describe('Name of the signer, if this event contains it.'),
  confidence: z.number().describe('Confidence from 0 to 1.'),
  confidenceFactors: confidenceFactors.describe('The factors of the confidence.'),
};

const source = z
  .strictObject({
    source: z.string().describe('Connector and kind of message, for example postnl/poll.'),
    legId: id.describe('Id of the leg.'),
    receivedAt: instant.describe('When the message was received.'),
    rawMessageId: id.describe('Id of the raw message.'),
    confidence: z.number().describe('Confidence of this source alone.'),
  })
  .describe('One source of a timeline entry.');

export const timelineEntry = z
  .strictObject({
    ...eventFields,
    meaning: z.string().describe('Meaning of the sub-status in words.'),
    sources: z.array(source).describe('The sources of the event, the one shown first.'),
  })
  .describe('One timeline entry: an event reported by one or several sources.');
export type TimelineEntryView = z.infer<typeof timelineEntry>;

export const leg = z
  .strictObject({
    id: id.describe('Id of the leg.'),
    parcel: z.int().describe('Number of the parcel, starting at 1.'),
    carrier: z.string().describe('Carrier of the leg.'),
    trackingNumber: z.string().describe("The carrier's tracking number."),
    validFrom: instant
      .nullable()
      .describe(
        'Start of validity: carriers reuse tracking numbers, so only events from then on belong to this leg.',
      ),
    validTo: instant
      .nullable()
      .describe('End of validity: later events belong to another use of the number.'),
  })
  .describe("One carrier's part of the journey of one parcel.");

export const reviewProblem = z
  .strictObject({
    kind: z.enum(Object.keys(problemKinds)).describe('Kind of problem.'),
    cause: z.string().describe('The code or kind that caused the problem.'),
    detail: z.string().describe('The problem in one sentence.'),
    pointer: z.string().describe('Location in the message: JSON Pointer or line number.'),
    rawMessageId: id.describe('Id of the raw message.'),
    receivedAt: instant.describe('When the message was received.'),
  })
  .describe('A problem with a message about this shipment that is in the review queue.');

export const historyQuery = z.strictObject({
  from: instantGiven.optional().describe('Only events at or after this instant.'),
  to: instantGiven.optional().describe('Only events before this instant.'),
});

export const shipmentHistory = z
  .strictObject({
    shipment: shipment.describe('The shipment with its status.'),
    legs: z.array(leg).describe('The legs of every parcel.'),
    timeline: z.array(timelineEntry).describe('What happened, newest first.'),
    problems: z.array(reviewProblem).describe('Open problems of messages about the shipment.'),
  })
  .describe('A shipment with its legs, timeline and problems.');
export type ShipmentHistory = z.infer<typeof shipmentHistory>;

export const trackQuery = z.strictObject({
  number: name(64).describe("A carrier's tracking number as printed, or a tracking id."),
  from: historyQuery.shape.from,
  to: historyQuery.shape.to,
});

export const trackResult = z
  .strictObject({
    number: z.string().describe('The number after normalisation.'),
    shipments: z
      .array(shipmentHistory)
      .describe('Shipments with this number, newest first; several if the number was reused. Up to 20.'),
  })
  .describe('The shipments with a number.');
