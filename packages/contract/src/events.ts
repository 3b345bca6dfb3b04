import { z } from 'zod';
import {
  booleanParameter,
  countParameter,
  id,
  instant,
  instantGiven,
  milestone,
  positionParameter,
} from './fields.ts';
import { eventFields } from './history.ts';

export const eventsQuery = z.strictObject({
  after: positionParameter
    .optional()
    .describe('Go on after the line with this `cursor`. Left out: from the beginning.'),
  limit: countParameter(100_000_000)
    .optional()
    .describe('End after so many lines. Left out: to the end of the record.'),
  from: instantGiven.optional().describe('Only events whose message was received from this instant on.'),
  to: instantGiven.optional().describe('Only events whose message was received before this instant.'),
  milestone: milestone.optional().describe('Only events of this milestone.'),
  follow: booleanParameter
    .default(false)
    .describe('true: stay connected at the end of the record and write what comes.'),
});

/** One line of the export. */
export const recordedEvent = z
  .strictObject({
    cursor: z.string().describe('Give the last one you have kept as `after` to go on behind it.'),
    shipmentId: id
      .nullable()
      .describe('Our id of the shipment; null while nobody has registered the number.'),
    trackingId: z.string().nullable().describe('Our tracking id of the shipment.'),
    legId: id.describe('The leg the event belongs to.'),
    carrier: z.string().describe('The carrier.'),
    trackingNumber: z.string().describe("The carrier's number."),
    identity: z.string().describe('Equal for the same event told again.'),
    revision: z.string().describe('Tells two tellings of one identity apart; the one received last holds.'),
    ...eventFields,
    source: z.string().describe('Connector and kind of message.'),
    rawMessageId: id.describe('The message that told it.'),
    receivedAt: instant.describe('When the message came.'),
    recordedAt: instant.describe('When it was written to the record.'),
  })
  .describe('One event of the record. The record is append-only: a correction is a further line.');
export type RecordedEventView = z.infer<typeof recordedEvent>;

export const streamQuery = z.strictObject({
  after: positionParameter
    .optional()
    .describe('Begin with the change after this id. Left out, and without Last-Event-ID: only what is new.'),
  milestone: milestone.optional().describe('Only changes that leave the shipment at this milestone.'),
  shipmentId: id.optional().describe('Only this shipment.'),
  workspace: id
    .optional()
    .describe('In place of the header x-milepost-workspace, which an EventSource cannot send.'),
});

const changeEvent = z
  .strictObject({
    occurredAt: instant.nullable().describe('When it happened, in UTC; null when it cannot be known.'),
    localTime: z.string().describe('The wall clock as given.'),
    zone: z.string().nullable().describe('Time zone of the wall clock.'),
    milestone: z.string().describe('Milestone of the event.'),
    subStatus: z.string().describe('What happened.'),
    place: z.string().nullable().describe('Where it happened.'),
    receivedAt: instant.describe('When the message came.'),
    isNewest: z
      .boolean()
      .optional()
      .describe(
        'True for the event that is the newest line of the timeline now, whether it changed the standing or not.',
      ),
  })
  .describe('An event that is new.');

/** The data of one message of the stream. */
export const shipmentChange = z
  .strictObject({
    type: z.string().describe('shipment.created, shipment.updated or exception.opened.'),
    sequence: z.int().describe('Counts the changes of this shipment.'),
    writtenAt: instant.describe('When the change was written.'),
    shipmentId: id.describe('Our id.'),
    trackingId: z.string().describe('Our tracking id.'),
    carrier: z.string().describe('The carrier.'),
    trackingNumber: z.string().describe("The carrier's number."),
    milestone: z.string().describe('How far the shipment is now.'),
    subStatus: z.string().describe('What exactly happened.'),
    previous: z
      .strictObject({
        milestone: z.string().describe('Milestone before.'),
        subStatus: z.string().describe('Sub-status before.'),
      })
      .nullable()
      .describe('Where it stood before; null when it is new.'),
    isNews: z
      .boolean()
      .describe('True when the newest event changed the standing; late or corrected facts are no news.'),
    openAlerts: z.array(z.string()).describe('Names of the rules that hold now.'),
    events: z.array(changeEvent).describe('The events that are new.'),
    exception: z
      .strictObject({
        rule: z.string().describe('Name of the rule.'),
        severity: z.string().describe('How bad it is.'),
        detail: z.string().describe('What was found, in a sentence.'),
      })
      .optional()
      .describe('For exception.opened: what was found.'),
  })
  .describe('A change of a shipment.');
