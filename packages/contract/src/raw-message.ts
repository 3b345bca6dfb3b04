import { evidences, messageKinds } from '@milepost/domain';
import { z } from 'zod';
import { id, instant, milestone, subStatus } from './fields.ts';
import { confidenceFactors } from './history.ts';
import { eventTimeFields } from './places-and-times.ts';

const reading = z
  .strictObject({
    ...eventTimeFields,
    parcel: z.int().describe('Which parcel of the shipment.'),
    code: z.string().nullable().describe("The carrier's code, verbatim."),
    subCode: z.string().nullable().describe("The carrier's finer code, verbatim."),
    text: z.string().nullable().describe("The carrier's own words."),
    milestone: milestone.describe('The milestone it was mapped to.'),
    subStatus: subStatus.describe('What it was mapped to.'),
    meaning: z.string().describe('The same in plain words.'),
    evidence: z
      .enum(evidences)
      .nullable()
      .describe('How the meaning of the code came to be known; null where the record does not tell.'),
    confidence: z.number().describe('How sure it is, from 0 to 1.'),
    confidenceFactors: confidenceFactors.describe('What the confidence is made of.'),
    drivesState: z.boolean().describe('False when it is too unsure to move the shipment.'),
    isCorrection: z.boolean().describe('True when an earlier telling of the same event said something else.'),
    recordedAt: instant.describe('When it was written to the record.'),
  })
  .describe('What we made of one event of the message.');

export const rawMessage = z
  .strictObject({
    id: id.describe('Our id of the message.'),
    carrier: z.string().describe('The carrier.'),
    accountId: id.describe('The account at which it came.'),
    accountName: z.string().nullable().describe('What you call the account; null once it is removed.'),
    receivedAt: instant.describe('When it came.'),
    isKept: z
      .boolean()
      .describe('False once the message was dropped after its time; then only what we made of it is left.'),
    kind: z.enum(messageKinds).nullable().describe('How it reached us.'),
    contentType: z.string().nullable().describe('What its sender called it.'),
    headers: z.record(z.string(), z.string()).describe('Its headers, without credentials.'),
    askedFor: z.array(z.string()).nullable().describe('For an answer: the numbers that were asked for.'),
    body: z.string().nullable().describe('The message itself, up to 256 KiB of it.'),
    bodyEncoding: z.enum(['text', 'base64']).describe('base64 where the message is no text in UTF-8.'),
    bodyBytes: z.int().nullable().describe('Its full length.'),
    readings: z
      .array(reading)
      .describe('What we made of it for this shipment, in the order in which it happened.'),
  })
  .describe('A message as its carrier sent it, and what we read in it.');
export type RawMessageBody = z.infer<typeof rawMessage>;
