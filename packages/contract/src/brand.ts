import { z } from 'zod';
import { instant, name } from './fields.ts';

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, { error: 'Must be a colour like #1f4fd8, in small letters.' });

const supportGiven = z
  .strictObject({
    email: z
      .email({ error: 'Must be an e-mail address.' })
      .max(254)
      .nullish()
      .describe('Where recipients write to.'),
    phone: name(40)
      .regex(/^[+0-9 ()./-]+$/, { error: 'Must be a telephone number.' })
      .nullish()
      .describe('Where they call.'),
    url: z
      .url({ protocol: /^https$/, error: 'Must be an address that begins with https://.' })
      .max(500)
      .nullish()
      .describe('Where they find help.'),
  })
  .describe('How recipients reach you.');

export const brandGiven = z
  .strictObject({
    name: name(80).describe('Who sends, as recipients know you.'),
    colour: colour.nullish().describe('Your colour.'),
    support: supportGiven.default({}).describe('How recipients reach you.'),
    note: name(280).nullish().describe('A sentence of your own for recipients.'),
    language: z
      .string()
      .regex(/^[a-z]{2}$/, { error: 'Must be a language of two letters, like en.' })
      .nullish()
      .describe('Language of recipients who do not name one that we speak.'),
  })
  .describe('How the workspace shows itself to recipients.');

export const brand = z
  .strictObject({
    name: z.string().describe('Who sends; the name of the workspace until something else is given.'),
    colour: z.string().nullable().describe('Your colour (#rrggbb); null for ours.'),
    support: z
      .strictObject({
        email: z.string().nullable().describe('Where recipients write to.'),
        phone: z.string().nullable().describe('Where they call.'),
        url: z.string().nullable().describe('Where they find help.'),
      })
      .describe('How recipients reach you.'),
    note: z.string().nullable().describe('A sentence of your own for recipients.'),
    language: z.string().nullable().describe('Language of recipients who do not name one that we speak.'),
    hasLogo: z.boolean().describe('Whether there is a logo at /v1/brand/logo.'),
    updatedAt: instant.nullable().describe('When it was changed last; null while nothing was given.'),
  })
  .describe('How the workspace shows itself to recipients.');
export type Brand = z.infer<typeof brand>;

/** Bitmaps only: an SVG is a document that may run things. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof logoTypes)[number];
export const logoBytesMax = 256 * 1024;

export const logoGiven = z
  .strictObject({
    data: z
      .base64({ error: 'Must be base 64.' })
      .max(Math.ceil(logoBytesMax / 3) * 4)
      .describe(`A PNG, JPEG or WebP of up to ${logoBytesMax / 1024} KiB, in base 64.`),
  })
  .describe('A logo. What kind it is, is told from its bytes.');
