import { z } from 'zod';

/** All settings, read from the environment. docs/reference/configuration.md is generated from this schema. */
export const configSchema = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3_000)
    .describe('Port to listen on; 0 for any free port.'),
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
    .describe('Maximum number of connections to PostgreSQL per process.'),
  MILEPOST_SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (32 bytes)')
    .optional()
    .describe(
      'Key that encrypts stored secrets, 64 hexadecimal digits; without it one is generated and stored in MILEPOST_DATA/secret.key.',
    ),
  MILEPOST_ROLES: z
    .string()
    .default('api,worker')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['api', 'worker'])).min(1))
    .describe('Roles of this process: api, worker or both.'),
  MILEPOST_PUBLIC_URL: z
    .url()
    .optional()
    .describe('URL at which browsers and carriers reach this installation; default http://localhost:PORT.'),
  MILEPOST_TRUSTED_PROXIES: z
    .string()
    .optional()
    .describe(
      'Addresses of trusted reverse proxies, such as 127.0.0.1 or 10.0.0.0/8, separated by commas. Their X-Forwarded-For header is trusted.',
    ),
  MILEPOST_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtps://user:password@mail.example:465' })
    .optional()
    .describe(
      'Mail server for invitations and password resets, smtp://… or smtps://…; without it invitation links have to be passed on by hand.',
    ),
  MILEPOST_MAIL_FROM: z
    .string()
    .optional()
    .describe(
      'Sender of mails, such as Milepost <parcels@shop.example>; default milepost@ and the host of MILEPOST_PUBLIC_URL.',
    ),
  MILEPOST_INBOX_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .default(200_000)
    .describe(
      'Maximum number of messages waiting for processing. Beyond it, senders get 503 with Retry-After.',
    ),
  MILEPOST_RAW_KEPT_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .default(90)
    .describe('Days for which carrier messages are kept verbatim; their events are kept permanently.'),
  MILEPOST_ALLOW_PRIVATE_ADDRESSES: z
    .stringbool()
    .default(false)
    .describe(
      'Allows carrier calls and webhooks to private networks. Leave it off unless your carriers are in such a network.',
    ),
  MILEPOST_MAP_STYLE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be an address like https://maps.example/style.json',
      abort: true,
    })
    .refine((url) => url.startsWith('https:') || isOnThisMachine(url), {
      error: 'must start with https, unless it is on this machine',
    })
    .optional()
    .describe(
      'URL of a MapLibre style for a street map in the dashboard. Without it, maps show the bundled world and load nothing from other servers. With it, the browsers of your users load style, tiles, fonts and images from that origin.',
    ),
  MILEPOST_DEMO_SHIPMENTS: z.coerce
    .number()
    .int()
    .min(10)
    .max(20_000)
    .default(3_000)
    .describe(
      'Number of past shipments in a new demo. Do not change it for an existing demo, whose data depends on it.',
    ),
  MILEPOST_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Log level.'),
});

function isOnThisMachine(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

export type Config = z.infer<typeof configSchema>;

/** Reads the environment. Throws `ConfigError`, which names each invalid variable and what it must be. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = configSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`Invalid settings:\n  ${lines.join('\n  ')}`);
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
