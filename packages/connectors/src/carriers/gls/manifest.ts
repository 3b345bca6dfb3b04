import { z } from 'zod';
import type { Carrier } from '../../_kit/index.ts';
import {
  dutchStates,
  eventCodes,
  eventNumbers,
  parcelStatuses,
  returnEventNumbers,
  returnStatuses,
} from './codes.ts';
import { decode } from './decode.ts';
import { isParcelNumber } from './parcel-number.ts';
import { api, batchMax, poll } from './poll.ts';

export const carrier: Carrier = {
  manifest: {
    kind: 'carrier',
    name: 'gls',
    title: 'GLS',
    website: 'https://gls-group.com',
    quality: 'recorded payloads',
    trackingPage: 'https://gls-group.com/GROUP/en/parcel-tracking?match={number}',
    messageKinds: ['poll'],
    // GLS works from Ireland to Romania: a clock without offset has the zone of its place or stays local.
    defaultZone: null,
    settings: z.object({
      clientId: z.string().min(1).describe('API key of the app in the GLS developer portal'),
      clientSecret: z.string().min(1).describe('API secret of the same app'),
      language: z
        .string()
        .regex(/^[A-Za-z]{2}$/)
        .default('EN')
        .describe('Language of the event texts, two letters'),
      baseUrl: api.setting,
    }),
    secrets: ['clientSecret'],
    origin: 'carrier',
    limits: { batchMax, requestsPerSecond: null, requestsPerDay: 500 },
    recognises: isParcelNumber,
  },
  codeTables: { eventCodes, eventNumbers, returnEventNumbers, parcelStatuses, returnStatuses, dutchStates },
  decode,
  poll,
};
