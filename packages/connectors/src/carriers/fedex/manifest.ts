import { z } from 'zod';
import type { Carrier } from '../../_kit/index.ts';
import { delayKinds, eventPlaces, eventTypes, statusClasses } from './codes.ts';
import { decode } from './decode.ts';
import { api, batchMax, poll } from './poll.ts';
import { reasonCodes } from './reason-codes.ts';
import { isFedexNumber } from './tracking-number.ts';
import { webhook } from './webhook.ts';

export const carrier: Carrier = {
  manifest: {
    kind: 'carrier',
    name: 'fedex',
    title: 'FedEx',
    website: 'https://www.fedex.com',
    quality: 'recorded payloads',
    trackingPage: 'https://www.fedex.com/apps/fedextrack/?tracknumbers={number}',
    messageKinds: ['poll', 'webhook'],
    // Scans carry the offset of their place; a default would hide the few that do not.
    defaultZone: null,
    settings: z.object({
      clientId: z.string().min(1).describe('API key of the project in the FedEx developer portal'),
      clientSecret: z.string().min(1).describe('Secret key of the same project'),
      webhookSecret: z
        .string()
        .min(1)
        .optional()
        .describe('Security token entered when the webhook was set up'),
      baseUrl: api.setting,
    }),
    secrets: ['clientSecret', 'webhookSecret'],
    origin: 'carrier',
    limits: { batchMax, requestsPerSecond: 140, requestsPerDay: 100_000 },
    recognises: isFedexNumber,
  },
  codeTables: { eventTypes, reasonCodes, eventPlaces, statusClasses, delayKinds },
  decode,
  poll,
  webhook,
};
