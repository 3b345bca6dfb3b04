import { messageKinds } from '@milepost/domain';
import { z } from 'zod';
import { carrierName, id, instant, name, text } from './fields.ts';

const setting = z
  .strictObject({
    name: z.string().describe('Name of the setting.'),
    required: z.boolean().describe('True if the setting is required.'),
    secret: z.boolean().describe('True if the value is stored encrypted and never returned.'),
    description: z.string().nullable().describe('Meaning of the setting and where to find the value.'),
    default: z.string().nullable().describe('The default value.'),
  })
  .describe('One setting of an account at this carrier.');

export const carrier = z
  .strictObject({
    name: z.string().describe('Name used in requests.'),
    title: z.string().describe('Display name.'),
    website: z.string().describe("The carrier's website."),
    trackingPage: z
      .string()
      .nullable()
      .describe('The carrier’s tracking page; {number} is replaced by the tracking number.'),
    kinds: z.array(z.enum(messageKinds)).describe('How messages of the carrier are received.'),
    pushes: z.boolean().describe('True if the carrier can push to a webhook URL.'),
    settings: z.array(setting).describe('Settings of an account.'),
  })
  .describe('A supported carrier.');

export const carrierList = z
  .strictObject({ carriers: z.array(carrier).describe('All carriers.') })
  .describe('The supported carriers.');
export type CarrierView = z.infer<typeof carrier>;

export const carrierAccountGiven = z
  .strictObject({
    carrier: carrierName.describe('Name of the carrier as listed at /v1/carriers.'),
    name: name(100).describe('Display name of the account.'),
    settings: z
      .record(z.string().max(100), text(10_000))
      .default({})
      .describe('The settings of the account, as listed for the carrier.'),
    pollEnabled: z.boolean().default(false).describe('Query the carrier regularly for open shipments.'),
    adoptsUnknown: z
      .boolean()
      .default(false)
      .describe('Create shipments for unregistered numbers in messages of the carrier.'),
  })
  .describe('An account at a carrier.');

export const carrierAccount = z
  .strictObject({
    id: id.describe('Id of the account.'),
    carrier: z.string().describe('Name of the carrier.'),
    name: z.string().describe('Display name of the account.'),
    hookUrl: z
      .string()
      .nullable()
      .describe('Webhook URL for the carrier; null for carriers that do not push.'),
    settings: z
      .record(z.string(), z.string())
      .describe('The settings. Secrets show only their last two characters.'),
    pollEnabled: z.boolean().describe('Whether the carrier is queried regularly.'),
    adoptsUnknown: z.boolean().describe('Whether shipments are created for unregistered numbers.'),
    createdAt: instant.describe('Time of creation.'),
    lastReceivedAt: instant.nullable().describe('Time of the last message.'),
    lastPolledAt: instant.nullable().describe('Time of the last query.'),
    lastFailure: z.string().nullable().describe('The last failure; null after a success.'),
  })
  .describe('An account at a carrier. Keep the webhook URL secret: anyone who knows it can attempt to push.');
export type CarrierAccountView = z.infer<typeof carrierAccount>;

export const carrierAccountList = z
  .strictObject({ accounts: z.array(carrierAccount).describe('The accounts of the workspace.') })
  .describe('The carrier accounts of the workspace.');

export const hookReceipt = z
  .strictObject({
    id: id.describe('Id of the raw message.'),
    repeated: z
      .boolean()
      .describe('True if the same content was received before; it is counted and not processed again.'),
  })
  .describe('The message is stored and will be processed.');

export const accessToken = z
  .strictObject({
    access_token: z.string().describe('Send it as "Authorization: Bearer …" with each push.'),
    token_type: z.literal('Bearer').describe('Always Bearer.'),
    expires_in: z.int().describe('Lifetime in seconds.'),
  })
  .describe('A token for a carrier that authenticates its pushes with OAuth (RFC 6749).');

export const tokenError = z
  .strictObject({
    error: z.string().describe('Error code of RFC 6749, section 5.2.'),
    error_description: z.string().describe('What is wrong.'),
  })
  .describe('Why no token was issued (RFC 6749).');
