import { z } from 'zod';
import type { Carrier } from '../../_kit/index.ts';
import { codeTables } from './codes.ts';
import { decode } from './decode.ts';
import { api, batchMax, poll } from './poll.ts';
import { isUpsNumber } from './tracking-number.ts';
import { webhook } from './webhook.ts';

export const carrier: Carrier = {
  manifest: {
    kind: 'carrier',
    name: 'ups',
    title: 'UPS',
    website: 'https://www.ups.com',
    quality: 'recorded payloads',
    trackingPage: 'https://www.ups.com/track?tracknum={number}',
    messageKinds: ['poll', 'webhook'],
    // UPS scans on every continent; a default would be wrong for most scans.
    defaultZone: null,
    settings: z.object({
      clientId: z.string().min(1).describe('Client ID of the app in the UPS developer portal'),
      clientSecret: z.string().min(1).describe('Client secret of the same app'),
      accountNumber: z
        .string()
        .min(1)
        .optional()
        .describe('UPS account number (six characters), sent with the request for a token'),
      locale: z
        .string()
        .regex(/^[a-z]{2}_[A-Z]{2}$/)
        .default('en_US')
        .describe('Language of the event texts, for example en_US'),
      webhookClientId: z
        .string()
        .min(1)
        .optional()
        .describe('Client ID for pushes, chosen by you and entered at UPS'),
      webhookClientSecret: z
        .string()
        .min(1)
        .optional()
        .describe('Client secret for pushes, chosen by you and entered at UPS'),
      webhookSecret: z
        .string()
        .min(1)
        .optional()
        .describe(
          'Secret that signs the tokens for UPS: long and random; in version 1 the credential of the subscription',
        ),
      baseUrl: api.setting,
    }),
    secrets: ['clientSecret', 'webhookClientSecret', 'webhookSecret'],
    origin: 'carrier',
    // UPS answers 429 without publishing a limit.
    limits: { batchMax, requestsPerSecond: null, requestsPerDay: null },
    recognises: isUpsNumber,
  },
  codeTables,
  decode,
  poll,
  webhook,
};
