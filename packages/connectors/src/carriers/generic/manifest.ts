import { z } from 'zod';
import type { Carrier } from '../../_kit/index.ts';
import { statuses } from './codes.ts';
import { decode } from './decode.ts';
import { webhook } from './webhook.ts';

export const carrier: Carrier = {
  manifest: {
    kind: 'carrier',
    name: 'generic',
    title: 'Generic (our own JSON)',
    website: 'https://www.standardwebhooks.com',
    quality: 'documented samples',
    trackingPage: null,
    messageKinds: ['webhook', 'file'],
    // The sender can be anywhere, so a clock without offset, zone and place stays local.
    defaultZone: null,
    settings: z.object({
      webhookSecret: z
        .string()
        .regex(/^whsec_[0-9A-Za-z+/]{22,}={0,2}$/)
        .describe('Secret that signs the pushes (Standard Webhooks): whsec_ and base64 of 16 bytes or more'),
    }),
    secrets: ['webhookSecret'],
    origin: 'carrier',
    limits: { batchMax: 0, requestsPerSecond: null, requestsPerDay: null },
    recognises: (trackingNumber) => /^[0-9A-Za-z-]{4,40}$/.test(trackingNumber),
  },
  codeTables: { statuses },
  decode,
  webhook,
};
