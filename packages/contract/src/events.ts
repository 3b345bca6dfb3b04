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
    .describe('Continue after the line with this `cursor`. Default: start of the record.'),
  limit: countParameter(100_000_000).optional().describe('Maximum number of lines. Default: all.'),
  from: instantGiven.optional().describe('Only events whose message was received at or after this instant.'),
  to: instantGiven.optional().describe('Only events whose message was received before this instant.'),
  milestone: milestone.optional().describe('Only events of this milestone.'),
  follow: booleanParameter
    .default(false)
    .describe('true: stay connected at the end of the record and send new events.'),
});

/** One line of the export of events. */
export const recordedEvent = z
  .strictObject({
    cursor: z.string().describe('Cursor of this line. Send the last one as `after` to continue.'),
    shipmentId: id.nullable().describe('Id of the shipment; null if the number is not registered.'),
    trackingId: z.string().nullable().describe('Tracking id of the shipment.'),
    legId: id.describe('Id of the leg.'),
    carrier: z.string().describe('The carrier.'),
    trackingNumber: z.string().describe("The carrier's tracking number."),
    identity: z.string().describe('Equal for all revisions of the same event.'),
    revision: z.string().describe('Distinguishes revisions of an event. The last received revision wins.'),
    ...eventFields,
    source: z.string().describe('Connector and kind of message, for example postnl/poll.'),
    rawMessageId: id.describe('Id of the raw message.'),
    receivedAt: instant.describe('When the message was received.'),
    recordedAt: instant.describe('When the event was recorded.'),
  })
  .describe('One event of the record. The record is append-only: a correction is another line.');
export type RecordedEventView = z.infer<typeof recordedEvent>;

export const streamQuery = z.strictObject({
  after: positionParameter
    .optional()
    .describe('Start after the change with this id. Default, without Last-Event-ID: only new changes.'),
  milestone: milestone.optional().describe('Only changes after which the shipment is at this milestone.'),
  shipmentId: id.optional().describe('Only this shipment.'),
  workspace: id
    .optional()
    .describe('Workspace id, instead of the header x-milepost-workspace, which an EventSource cannot send.'),
});

const changeEvent = z
  .strictObject({
    occurredAt: instant.nullable().describe('When it happened, in UTC; null if unknown.'),
    localTime: z.string().describe('The local time as given.'),
    zone: z.string().nullable().describe('Time zone of the local time.'),
    milestone: z.string().describe('Milestone of the event.'),
    subStatus: z.string().describe('Sub-status of the event.'),
    place: z.string().nullable().describe('Place of the event.'),
    receivedAt: instant.describe('When the message was received.'),
    isNewest: z
      .boolean()
      .optional()
      .describe(
        'True if this is now the newest entry of the timeline, whether it changed the status or not.',
      ),
  })
  .describe('A new event.');

/** The data of one message of the stream, and of a webhook. */
export const shipmentChange = z
  .strictObject({
    type: z.string().describe('shipment.created, shipment.updated or exception.opened.'),
    sequence: z.int().describe('Number of the change within the shipment.'),
    writtenAt: instant.describe('When the change was written.'),
    shipmentId: id.describe('Id of the shipment.'),
    trackingId: z.string().describe('Tracking id of the shipment.'),
    carrier: z.string().describe('The carrier.'),
    trackingNumber: z.string().describe("The carrier's tracking number."),
    milestone: z.string().describe('Current milestone of the shipment.'),
    subStatus: z.string().describe('Current sub-status of the shipment.'),
    previous: z
      .strictObject({
        milestone: z.string().describe('Milestone before.'),
        subStatus: z.string().describe('Sub-status before.'),
      })
      .nullable()
      .describe('The previous status; null for a new shipment.'),
    isNews: z
      .boolean()
      .describe('True if the newest event changed the status; false for late and corrected events.'),
    openExceptions: z.array(z.string()).describe('Exception rules that hold now.'),
    events: z.array(changeEvent).describe('The new events.'),
    exception: z
      .strictObject({
        rule: z.string().describe('Name of the exception rule.'),
        severity: z.string().describe('Severity: info, warning or serious.'),
        detail: z.string().describe('The finding in one sentence.'),
      })
      .optional()
      .describe('Only for exception.opened: the finding.'),
  })
  .describe('A change of a shipment.');
