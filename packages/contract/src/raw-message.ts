import { evidences, messageKinds } from '@milepost/domain';
import { z } from 'zod';
import { id, instant, milestone, subStatus } from './fields.ts';
import { confidenceFactors } from './history.ts';
import { eventTimeFields } from './places-and-times.ts';

const reading = z
  .strictObject({
    ...eventTimeFields,
    parcel: z.int().describe('Number of the parcel.'),
    code: z.string().nullable().describe("The carrier's code, verbatim."),
    subCode: z.string().nullable().describe("The carrier's sub-code, verbatim."),
    text: z.string().nullable().describe("The carrier's text, verbatim."),
    milestone: milestone.describe('The mapped milestone.'),
    subStatus: subStatus.describe('The mapped sub-status.'),
    meaning: z.string().describe('Meaning of the sub-status in words.'),
    evidence: z
      .enum(evidences)
      .nullable()
      .describe('How the meaning of the code is known; null if not recorded.'),
    confidence: z.number().describe('Confidence from 0 to 1.'),
    confidenceFactors: confidenceFactors.describe('The factors of the confidence.'),
    drivesState: z
      .boolean()
      .describe('False if the confidence is too low to change the status of the shipment.'),
    isCorrection: z.boolean().describe('True if an earlier revision of the event was different.'),
    recordedAt: instant.describe('When the event was recorded.'),
  })
  .describe('The result of decoding one event of the message.');

export const rawMessage = z
  .strictObject({
    id: id.describe('Id of the message.'),
    carrier: z.string().describe('The carrier.'),
    accountId: id.describe('Id of the carrier account.'),
    accountName: z.string().nullable().describe('Name of the account; null if it was removed.'),
    receivedAt: instant.describe('When it was received.'),
    isKept: z
      .boolean()
      .describe('False if the message was deleted after its retention period; the decoded events remain.'),
    kind: z.enum(messageKinds).nullable().describe('How it was received.'),
    contentType: z.string().nullable().describe('Content type given by the sender.'),
    headers: z.record(z.string(), z.string()).describe('Headers, without credentials.'),
    askedFor: z.array(z.string()).nullable().describe('For a response: the requested numbers.'),
    body: z.string().nullable().describe('The body, up to 256 KiB.'),
    bodyEncoding: z.enum(['text', 'base64']).describe('base64 if the body is not UTF-8 text.'),
    bodyBytes: z.int().nullable().describe('Full length of the body in bytes.'),
    readings: z.array(reading).describe('The decoded events for this shipment, in chronological order.'),
  })
  .describe('A message as the carrier sent it, with the decoded events.');
export type RawMessageBody = z.infer<typeof rawMessage>;
