import { messageKinds } from '@milepost/domain';
import { z } from 'zod';
import { carrierName, id, instant, name, text } from './fields.ts';

const setting = z
  .strictObject({
    name: z.string().describe('Name of the setting.'),
    required: z.boolean().describe('True when an account cannot do without it.'),
    secret: z.boolean().describe('True when it is kept encrypted and never shown again.'),
    description: z.string().nullable().describe('What it is and where to find it.'),
    default: z.string().nullable().describe('What holds when it is left out.'),
  })
  .describe('One setting of an account at this carrier.');

export const carrier = z
  .strictObject({
    name: z.string().describe('Name to use in requests.'),
    title: z.string().describe('Name for people.'),
    website: z.string().describe("The carrier's website."),
    trackingPage: z.string().nullable().describe('Public page for a number; {number} stands for it.'),
    kinds: z.array(z.enum(messageKinds)).describe('How its messages reach us.'),
    pushes: z.boolean().describe('True when it can push to a hook address.'),
    settings: z.array(setting).describe('What an account holds.'),
  })
  .describe('A carrier we speak to.');

export const carrierList = z
  .strictObject({ carriers: z.array(carrier).describe('Every carrier.') })
  .describe('The carriers we speak to.');
export type CarrierView = z.infer<typeof carrier>;

export const carrierAccountGiven = z
  .strictObject({
    carrier: carrierName.describe('Name of the carrier, as listed at /v1/carriers.'),
    name: name(100).describe('What you call this account.'),
    settings: z
      .record(z.string().max(100), text(10_000))
      .default({})
      .describe('The settings of the account, as listed for the carrier.'),
    pollEnabled: z.boolean().default(false).describe('Ask the carrier regularly about open shipments.'),
    adoptsUnknown: z
      .boolean()
      .default(false)
      .describe('Make shipments of numbers that nobody registered, when the carrier speaks of them.'),
  })
  .describe('An account at a carrier.');

export const carrierAccount = z
  .strictObject({
    id: id.describe('Our id of the account.'),
    carrier: z.string().describe('Name of the carrier.'),
    name: z.string().describe('What you call this account.'),
    hookUrl: z
      .string()
      .nullable()
      .describe('Address at which the carrier pushes; null for carriers that do not push.'),
    settings: z
      .record(z.string(), z.string())
      .describe('The settings; of secrets only the last two characters.'),
    pollEnabled: z.boolean().describe('Whether the carrier is asked regularly.'),
    adoptsUnknown: z.boolean().describe('Whether unknown numbers become shipments.'),
    createdAt: instant.describe('When it was added.'),
    lastReceivedAt: instant.nullable().describe('When the last message came.'),
    lastPolledAt: instant.nullable().describe('When the carrier was last asked.'),
    lastFailure: z.string().nullable().describe('What went wrong last, until it works again.'),
  })
  .describe(
    'An account at a carrier. The hook address is itself a secret: whoever knows it may try to push.',
  );
export type CarrierAccountView = z.infer<typeof carrierAccount>;

export const carrierAccountList = z
  .strictObject({ accounts: z.array(carrierAccount).describe('The accounts of the workspace.') })
  .describe('The carrier accounts of the workspace.');

export const hookReceipt = z
  .strictObject({
    id: id.describe('Names the message in the raw record.'),
    repeated: z
      .boolean()
      .describe('True when the same content came before; it is counted and not processed again.'),
  })
  .describe('The message is kept; what follows happens behind.');

export const accessToken = z
  .strictObject({
    access_token: z.string().describe('Send it as "Authorization: Bearer …" with each push.'),
    token_type: z.literal('Bearer').describe('Always Bearer.'),
    expires_in: z.int().describe('Seconds for which it holds.'),
  })
  .describe('A token for a carrier that fetches one before it pushes (RFC 6749).');

export const tokenError = z
  .strictObject({
    error: z.string().describe('Code of RFC 6749, section 5.2.'),
    error_description: z.string().describe('What is wrong.'),
  })
  .describe('Why no token was given (RFC 6749).');
