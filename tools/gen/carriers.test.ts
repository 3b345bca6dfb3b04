import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Carrier, codeTable, emptyDecoded } from '../../packages/connectors/src/index.ts';
import { renderCarriers } from './carriers.ts';

const carrier: Carrier = {
  manifest: {
    kind: 'carrier',
    name: 'night-owl',
    title: 'Night Owl',
    website: 'https://night-owl.example',
    quality: 'recorded payloads',
    trackingPage: null,
    messageKinds: ['poll'],
    defaultZone: 'Europe/Oslo',
    settings: z.object({
      apiKey: z.string().min(1).describe('Key of the portal'),
      baseUrl: z.url().default('https://api.night-owl.example'),
    }),
    secrets: ['apiKey'],
    origin: 'carrier',
    limits: { batchMax: 25, requestsPerSecond: null, requestsPerDay: 400 },
    recognises: () => true,
  },
  codeTables: {
    scans: codeTable(
      'documented',
      [
        ['A B', 'in_transit.accepted'],
        ['C', 'delivered.handed_over', { evidence: 'guessed' }],
      ],
      { Z: 'Internal.' },
    ),
  },
  decode: () => emptyDecoded(),
};

test('shows the abilities and settings of a carrier, and the evidence for its codes', () => {
  const rows = renderCarriers([{ carrier, recordedCount: 3 }])
    .split('\n')
    .filter((line) => line.startsWith('| `'));

  expect(rows).toEqual([
    '| `night-owl` | Night Owl | recorded payloads (3) | poll | 25 |  | 400 | Europe/Oslo |',
    '| `apiKey` | yes | yes |  | Key of the portal |',
    '| `baseUrl` |  |  | `https://api.night-owl.example` |  |',
    '| `scans` | 4 | 2 | 0 | 0 | 1 | 1 |',
  ]);
});
