import { z } from 'zod';
import { instant, name } from './fields.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, { error: 'Must be a lower-case colour like #1f4fd8.' });

const supportGiven = z
  .strictObject({
    email: z
      .email({ error: 'Must be an e-mail address.' })
      .max(254)
      .nullish()
      .describe('E-mail address for recipients.'),
    phone: name(40)
      .regex(/^[+0-9 ()./-]+$/, { error: 'Must be a phone number.' })
      .nullish()
      .describe('Phone number for recipients.'),
    url: z
      .url({ protocol: /^https$/, error: 'Must be a URL that starts with https://.' })
      .max(500)
      .nullish()
      .describe('Help page for recipients.'),
  })
  .describe('Support contact for recipients.');

export const brandGiven = z
  .strictObject({
    name: name(80).describe('Sender name shown to recipients.'),
    colour: colour.nullish().describe('Accent colour.'),
    support: supportGiven.default({}).describe('Support contact for recipients.'),
    note: name(280).nullish().describe('Message shown on the tracking page.'),
    language: z
      .string()
      .regex(/^[a-z]{2}$/, { error: 'Must be a two-letter language code like en.' })
      .nullish()
      .describe('Default language: used if none of the recipient’s languages is supported.'),
  })
  .describe('The brand that recipients see.');

export const brand = z
  .strictObject({
    name: z.string().describe('Sender name; by default the name of the workspace.'),
    colour: z.string().nullable().describe('Accent colour (#rrggbb); null for the default.'),
    support: z
      .strictObject({
        email: z.string().nullable().describe('E-mail address for recipients.'),
        phone: z.string().nullable().describe('Phone number for recipients.'),
        url: z.string().nullable().describe('Help page for recipients.'),
      })
      .describe('Support contact for recipients.'),
    note: z.string().nullable().describe('Message shown on the tracking page.'),
    language: z
      .string()
      .nullable()
      .describe('Default language: used if none of the recipient’s languages is supported.'),
    hasLogo: z.boolean().describe('Whether /v1/brand/logo has a logo.'),
    updatedAt: instant.nullable().describe('Time of the last change; null if it was never set.'),
  })
  .describe('The brand that recipients see.');
export type Brand = z.infer<typeof brand>;

/** Bitmaps only: an SVG may contain scripts. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof logoTypes)[number];
/** Maximum size of a logo in bytes, before base64. */
export const logoBytesMax = 256 * 1024;

export const logoGiven = z
  .strictObject({
    data: z
      .base64({ error: 'Must be base64.' })
      .max(Math.ceil(logoBytesMax / 3) * 4)
      .describe(`A PNG, JPEG or WebP of up to ${logoBytesMax / 1024} KiB, base64-encoded.`),
  })
  .describe('A logo. The image type is detected from the data.');
