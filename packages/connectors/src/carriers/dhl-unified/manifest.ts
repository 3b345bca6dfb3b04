import { z } from 'zod';
import type { Carrier } from '../../_kit/index.ts';
import { codeTables } from './codes.ts';
import { decode } from './decode.ts';
import { api, poll } from './poll.ts';
import { isDhlNumber } from './tracking-number.ts';
import { defaultWebhookHeader, webhook } from './webhook.ts';

export const carrier: Carrier = {
  manifest: {
    kind: 'carrier',
    name: 'dhl-unified',
    title: 'DHL',
    website: 'https://www.dhl.com',
    quality: 'recorded payloads',
    trackingPage: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}',
    messageKinds: ['poll', 'webhook'],
    // Divisions work worldwide; those of one country have a zone of their own (services.ts).
    defaultZone: null,
    settings: z.object({
      apiKey: z.string().min(1).describe('API key of the app in the DHL developer portal'),
      service: z
        .string()
        .regex(/^[a-z-]+$/)
        .optional()
        .describe('Division whose numbers these are (parcel-de, express …); empty asks all of them'),
      language: z
        .string()
        .regex(/^[A-Za-z]{2}$/)
        .default('en')
        .describe('Language of the event texts, two letters'),
      webhookHeader: z
        .string()
        .regex(/^[A-Za-z0-9-]+$/)
        .default(defaultWebhookHeader)
        .describe('Header named in the push subscription'),
      webhookToken: z
        .string()
        .min(16)
        .optional()
        .describe('Token given in the push subscription: long, random, different for each subscription'),
      baseUrl: api.setting,
    }),
    secrets: ['apiKey', 'webhookToken'],
    origin: 'carrier',
    limits: { batchMax: 1, requestsPerSecond: 0.2, requestsPerDay: 250 },
    recognises: isDhlNumber,
  },
  codeTables,
  decode,
  poll,
  webhook,
};
