import type { CodeFate, CodeTable } from '../../_kit/index.ts';
import { ecommerceCodes } from './codes/ecommerce.ts';
import { ecommerceEuropeCodes } from './codes/ecommerce-europe.ts';
import { ecommerceLabelCodes } from './codes/ecommerce-labels.ts';
import { expressCodes } from './codes/express.ts';
import { freightCodes } from './codes/freight.ts';
import { parcelDeCodes } from './codes/parcel-de.ts';
import { parcelDeIceCodes } from './codes/parcel-de-ice.ts';
import { parcelNlCodes } from './codes/parcel-nl.ts';
import { parcelNlProblemCodes } from './codes/parcel-nl-problems.ts';
import { parcelPlCodes } from './codes/parcel-pl.ts';
import { dgfCodes, pplCodes, svbCodes } from './codes/small-services.ts';
import { anyServiceCodes, statusCodes } from './codes/status-code.ts';

/** Keys are `service:code`. A division's list may consist of several tables, which share no key. */
export const codeTables: Readonly<Record<string, CodeTable>> = {
  express: expressCodes,
  'parcel-de': parcelDeCodes,
  'parcel-de-ice': parcelDeIceCodes,
  'parcel-nl': parcelNlCodes,
  'parcel-nl-problems': parcelNlProblemCodes,
  'parcel-pl': parcelPlCodes,
  ecommerce: ecommerceCodes,
  'ecommerce-labels': ecommerceLabelCodes,
  'ecommerce-europe': ecommerceEuropeCodes,
  'ecommerce-ppl': pplCodes,
  freight: freightCodes,
  dgf: dgfCodes,
  svb: svbCodes,
  any: anyServiceCodes,
  statusCode: statusCodes,
};

const fates = merged(Object.values(codeTables));

function merged(tables: readonly CodeTable[]): Map<string, CodeFate> {
  const all = new Map<string, CodeFate>();
  for (const table of tables) {
    for (const [key, fate] of table) {
      if (all.has(key)) throw new Error(`The code ${key} is in two tables.`);
      all.set(key, fate);
    }
  }
  return all;
}

/** The code fields of an event, as sent. */
export interface StatusFields {
  service: string;
  status: string | undefined;
  statusCode: string | undefined;
}

/**
 * `code` and `family` identify the row that was found. `unmapped` is a code of the division that is in no
 * table although the coarse class gave the event a meaning; the kit reports events without any meaning.
 */
export interface CodeReading {
  fate: CodeFate | undefined;
  code: string | null;
  family: string | null;
  unmapped: string | null;
}

/**
 * The division's own code decides, because the coarse class sometimes contradicts it (DHL's own example
 * delivers a parcel in pre-transit). The class decides only where the division's code is missing or unknown;
 * an unknown code is reported as well.
 */
export function readCode({ service, status, statusCode }: StatusFields): CodeReading {
  const known = status === undefined ? undefined : fateOfStatus(service, status);
  if (known !== undefined) return { fate: known, code: status ?? null, family: service, unmapped: null };
  const fate = statusCode === undefined ? undefined : fates.get(`statusCode:${statusCode.toLowerCase()}`);
  const isKnownClass = fate !== undefined;
  if (status !== undefined && !isSentence(status))
    return { fate, code: status, family: service, unmapped: isKnownClass ? status : null };
  // A sentence is not a code: it changes with the requested language, so it must not be part of the event
  // identity.
  const family = statusCode === undefined ? null : 'statusCode';
  const unmapped = status !== undefined && isKnownClass ? groupingText(status) : null;
  return { fate, code: statusCode ?? null, family, unmapped };
}

function fateOfStatus(service: string, status: string): CodeFate | undefined {
  const exact = fates.get(`${service}:${status}`);
  if (exact !== undefined || isSentence(status)) return exact;
  const folded = status.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  return fates.get(`${service}:${folded}`) ?? fates.get(`any:${folded}`);
}

/** Codes and labels are a single word or all capitals. */
function isSentence(status: string): boolean {
  return status.includes(' ') && /\p{Ll}/u.test(status);
}

const gistLengthMax = 80;

/**
 * Removes mark-up and numbers (dates, postcodes, links), so that one sentence is one group in the review
 * queue.
 */
function groupingText(sentence: string): string {
  const plain = sentence.replaceAll(/<[^>]*>/g, '').replaceAll(/\d+/g, '#');
  return plain.slice(0, gistLengthMax).trim();
}
