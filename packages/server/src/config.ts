import { z } from 'zod';

/** Every setting there is, read from the environment. docs/reference/configuration.md is generated from this table. */
export const configSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3_000).describe('Port to listen on.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on; 0.0.0.0 for every network of this machine.'),
  MILEPOST_DATA: z
    .string()
    .default('./.milepost')
    .describe('Folder for the embedded database and the key file.'),
  DATABASE_URL: z
    .string()
    .optional()
    .describe('A PostgreSQL server (14 or newer), postgres://…; without it the embedded database is used.'),
  MILEPOST_DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(2)
    .default(10)
    .describe('Connections to PostgreSQL a process may hold.'),
  MILEPOST_SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (32 bytes)')
    .optional()
    .describe(
      'Key for secrets at rest, 64 hexadecimal digits; without it one is made and kept in MILEPOST_DATA/secret.key.',
    ),
  MILEPOST_ROLES: z
    .string()
    .default('api,worker')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['api', 'worker'])).min(1))
    .describe('What this process does: api, worker or both.'),
  MILEPOST_PUBLIC_URL: z
    .url()
    .optional()
    .describe('Address at which others reach this installation; default http://localhost:PORT.'),
  MILEPOST_TRUSTED_PROXIES: z
    .string()
    .optional()
    .describe(
      'Addresses of the proxies in front, such as 127.0.0.1 or 10.0.0.0/8, separated by commas: what they say about the sender (X-Forwarded-For) is believed.',
    ),
  MILEPOST_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtps://user:password@mail.example:465' })
    .optional()
    .describe(
      'Mail server for invitations and new passwords, smtp://… or smtps://…; without it links are handed over by hand.',
    ),
  MILEPOST_MAIL_FROM: z
    .string()
    .optional()
    .describe(
      'Whom mails come from, such as Milepost <parcels@shop.example>; default milepost@ and the host of MILEPOST_PUBLIC_URL.',
    ),
  MILEPOST_INBOX_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .default(200_000)
    .describe(
      'Messages that may wait for processing; above it senders are told to come back (503 with Retry-After).',
    ),
  MILEPOST_RAW_KEPT_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .default(90)
    .describe('Days for which carrier messages are kept verbatim; what they told stays on record.'),
  MILEPOST_ALLOW_PRIVATE_ADDRESSES: z
    .stringbool()
    .default(false)
    .describe(
      'Lets carrier calls and webhooks reach private networks. Leave it off unless your carriers live there.',
    ),
  MILEPOST_MAP_STYLE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be an address like https://maps.example/style.json',
      abort: true,
    })
    .refine((url) => url.startsWith('https:') || isOnThisMachine(url), {
      error: 'must begin with https, unless it is on this machine',
    })
    .optional()
    .describe(
      'Style of a street map in the form of MapLibre, for the maps of the dashboard; without it they show the world that comes with Milepost, and ask nobody. Browsers of your staff load it, its tiles, fonts and pictures from that one origin.',
    ),
  MILEPOST_DEMO_SHIPMENTS: z.coerce
    .number()
    .int()
    .min(10)
    .max(20_000)
    .default(3_000)
    .describe(
      'Shipments that a demo begins with. Change it only for a new one: everything in a demo hangs on it.',
    ),
  MILEPOST_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('How much is written to the log.'),
});

function isOnThisMachine(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

export type Config = z.infer<typeof configSchema>;

/** Reads the environment. Throws `ConfigError`, which names the variable and what it must be. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = configSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`These settings cannot be used:\n  ${lines.join('\n  ')}`);
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
