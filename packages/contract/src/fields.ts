import {
  classifiers,
  milestoneNames,
  origins,
  parties,
  reasons,
  stateFlags,
  subStatusNames,
  zoneSources,
} from '@milepost/domain';
import { z } from 'zod';

/** Building blocks of the schemas: each with its limits, so that nothing malformed comes further than the door. */

/** Text that every part of the house can store: PostgreSQL refuses NUL, and a lone surrogate is no character. */
export function text(lengthMax: number) {
  return z.string().max(lengthMax).refine(isStorable, { error: 'Holds NUL or half a character.' });
}

/** Text that says something: spaces around it are taken off, and then something is left. */
export function name(lengthMax: number) {
  return z
    .string()
    .trim()
    .min(1, { error: 'Must not be empty.' })
    .max(lengthMax)
    .refine(isStorable, { error: 'Holds NUL or half a character.' });
}

function isStorable(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed();
}

export const id = z.uuid().describe('Id (UUID).');

const earliest = Date.UTC(1970, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/** ISO 8601 with `Z` or an offset, given by a client. */
export const instantGiven = z.iso
  .datetime({ offset: true, error: 'Must be an ISO 8601 instant with Z or an offset.', abort: true })
  .refine((value) => isPlausible(Date.parse(value)), { error: 'Must lie between 1970 and 2200.' });

/** ISO 8601 in UTC, given by us. */
export const instant = z.iso.datetime();

export const isoDate = z.iso
  .date({ error: 'Must be a date like 2026-03-01.', abort: true })
  .refine((value) => isPlausible(Date.parse(value)), { error: 'Must lie between 1970 and 2200.' });

function isPlausible(epochMs: number): boolean {
  return epochMs >= earliest && epochMs < latest;
}

export const country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, { error: 'Must be a country code of two letters (ISO 3166-1 alpha-2).' })
  .transform((value) => value.toUpperCase());

export const carrierName = z
  .string()
  .max(40)
  .regex(/^[a-z0-9-]+$/, { error: 'Must be the name of a carrier as listed at /v1/carriers.' });

export const trackingNumber = name(64).regex(/[\p{L}\p{N}]/u, { error: 'Must hold a letter or a digit.' });

export const milestone = z.enum(milestoneNames).describe('How far the shipment is.');
export const subStatus = z.enum(subStatusNames).describe('What exactly happened, `<milestone>.<detail>`.');
export const reason = z.enum(reasons);
export const party = z.enum(parties);
export const classifier = z.enum(classifiers);
export const origin = z.enum(origins);
export const zoneSource = z.enum(zoneSources);
export const precision = z.enum(['second', 'minute', 'day']);
export const stateFlag = z.enum(stateFlags);

export const cursor = z
  .string()
  .max(1_000)
  .describe('Where to go on: the `nextCursor` of the page before. Only with the same filters and sort.');

export const nextCursor = z
  .string()
  .nullable()
  .describe('Give it as `cursor` to get the next page; null on the last page.');

/** Query parameters are text; this reads a whole number out of one. */
export function countParameter(max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, { error: `Must be a whole number from 1 to ${max}.` })
    .transform(Number)
    .pipe(
      z
        .int()
        .min(1)
        .max(max, { error: `Must be a whole number from 1 to ${max}.` }),
    );
}

export const booleanParameter = z
  .enum(['true', 'false'], { error: 'Must be true or false.' })
  .transform((value) => value === 'true');

/** Several values in one parameter, with commas between them; each counts once. */
export function listParameter<S extends z.ZodType<string, string>>(value: S) {
  return z
    .string()
    .max(1_000)
    .transform((text) => [...new Set(text.split(',').map((part) => part.trim()))])
    .pipe(z.array(value).min(1).max(50));
}

/** A position in the record or the outbox. */
export const positionParameter = z
  .string()
  .regex(/^\d{1,15}$/, { error: 'Must be a position as given before.' })
  .transform(Number);
