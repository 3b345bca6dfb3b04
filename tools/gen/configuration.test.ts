import { expect, test } from 'vitest';
import { z } from 'zod';
import { renderConfiguration } from './configuration.ts';

test('writes a row for each variable with its default and its bounds', () => {
  const page = renderConfiguration(
    z.object({
      PORT: z.coerce.number().int().min(0).max(65_535).default(3_000).describe('Port.'),
      WORKERS: z.coerce.number().int().min(1).default(2).describe('Workers.'),
      OPEN: z.stringbool().default(false).describe('Open.'),
      ROLES: z
        .string()
        .default('api,worker')
        .transform((text) => text.split(','))
        .describe('Roles.'),
      LEVEL: z.enum(['info', 'debug']).optional().describe('Level.'),
    }),
  );

  expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual([
    '| `PORT` | Port. | `3000` | 0 to 65535 |',
    '| `WORKERS` | Workers. | `2` | 1 or more |',
    '| `OPEN` | Open. | `false` | `true` or `false` |',
    '| `ROLES` | Roles. | `api,worker` |  |',
    '| `LEVEL` | Level. |  | `info`, `debug` |',
  ]);
});
