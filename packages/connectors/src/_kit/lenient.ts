import { z } from 'zod';

/**
 * Schemas for what carriers do with missing values. They widen what is accepted, and say what comes out: a clean value or undefined.
 */

/** A text, or a number sent where a text belongs; `""`, `null`, `{}` and `"{}"` mean missing. */
export const optionalText = z
  .transform((value): string | undefined => {
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    if (typeof value !== 'string') return undefined;
    const text = value.trim();
    return text === '' || text === '{}' || text === 'null' ? undefined : text;
  })
  .optional();

/** A list; one object sent where a list belongs becomes a list of one, everything else an empty list. Items stay unknown: parse each by itself. */
export const listOfUnknown = z
  .unknown()
  .optional()
  .transform((value): unknown[] => {
    if (Array.isArray(value)) return value;
    if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) return [value];
    return [];
  });

/** An object, or undefined for anything else. Fields stay unknown. */
export const optionalObject = z
  .transform((value): Record<string, unknown> | undefined => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    // A non-null, non-array object is a record of unknown fields.
    return value as Record<string, unknown>;
  })
  .optional();
