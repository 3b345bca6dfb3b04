/** Reusable field schemas, each with its limits. */
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

/** Text that PostgreSQL can store: without NUL and lone surrogates. */
export function text(lengthMax: number) {
  return z
    .string()
    .max(lengthMax)
    .refine(isStorable, { error: 'Must not contain NUL or incomplete characters.' });
}

/** Non-empty text, trimmed. */
export function name(lengthMax: number) {
  return z
    .string()
    .trim()
    .min(1, { error: 'Must not be empty.' })
    .max(lengthMax)
    .refine(isStorable, { error: 'Must not contain NUL or incomplete characters.' });
}

function isStorable(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed();
}

/** The id of any object. */
export const id = z.uuid().describe('Id (UUID).');

const earliest = Date.UTC(1970, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/** An instant in a request: ISO 8601 with `Z` or an offset, from 1970 to 2200. */
export const instantGiven = z.iso
  .datetime({ offset: true, error: 'Must be an ISO 8601 instant with Z or an offset.', abort: true })
  .refine((value) => isPlausible(Date.parse(value)), { error: 'Must be between 1970 and 2200.' });

/** An instant in a response: ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** A calendar date in a request, from 1970 to 2200. */
export const isoDate = z.iso
  .date({ error: 'Must be a date like 2026-03-01.', abort: true })
  .refine((value) => isPlausible(Date.parse(value)), { error: 'Must be between 1970 and 2200.' });

function isPlausible(epochMs: number): boolean {
  return epochMs >= earliest && epochMs < latest;
}

/** An ISO 3166-1 alpha-2 code in any case; upper case after parsing. */
export const country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, { error: 'Must be a two-letter country code (ISO 3166-1 alpha-2).' })
  .transform((value) => value.toUpperCase());

/** The format of a carrier name; whether it exists is checked by the route. */
export const carrierName = z
  .string()
  .max(40)
  .regex(/^[a-z0-9-]+$/, { error: 'Must be a carrier name as listed at /v1/carriers.' });

/** A tracking number as typed, up to 64 characters; see `normaliseTrackingNumber` in the domain. */
export const trackingNumber = name(64).regex(/[\p{L}\p{N}]/u, { error: 'Must contain a letter or a digit.' });

export const milestone = z.enum(milestoneNames).describe('Milestone of the shipment.');
export const subStatus = z.enum(subStatusNames).describe('Sub-status, `<milestone>.<detail>`.');
/** The closed vocabularies of the domain as schemas; meanings are in docs/reference/taxonomy.md. */
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
  .describe('The `nextCursor` of the previous page. Use it only with the same filters and sort.');

export const nextCursor = z
  .string()
  .nullable()
  .describe('Send it as `cursor` to get the next page; null on the last page.');

/** A query parameter with a whole number from 1 to `max`. */
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

/** A query parameter that is `true` or `false`. */
export const booleanParameter = z
  .enum(['true', 'false'], { error: 'Must be true or false.' })
  .transform((value) => value === 'true');

/** A query parameter with one or more comma-separated values; duplicates are removed. */
export function listParameter<S extends z.ZodType<string, string>>(value: S) {
  return z
    .string()
    .max(1_000)
    .transform((text) => [...new Set(text.split(',').map((part) => part.trim()))])
    .pipe(z.array(value).min(1).max(50));
}

/** A query parameter with a position in the record or the outbox. */
export const positionParameter = z
  .string()
  .regex(/^\d{1,15}$/, { error: 'Must be a position from an earlier response.' })
  .transform(Number);
