import { hash } from 'node:crypto';
import type { z } from 'zod';
import { Refusal } from './refusal.ts';

/**
 * A cursor is a position in one list: the values of the last row, and a fingerprint of filter and order, so
 * that it is refused for another list. It is opaque to clients but not secret, so it is parsed like any other
 * input.
 */
export function writeCursor(list: unknown, place: unknown): string {
  return Buffer.from(JSON.stringify([fingerprintOf(list), place])).toString('base64url');
}

export function readCursor<S extends z.ZodType>(
  cursor: string | undefined,
  list: unknown,
  schema: S,
): z.output<S> | null {
  if (cursor === undefined) return null;
  const [fingerprint, place] = partsOf(cursor);
  const parsed = schema.safeParse(place);
  if (fingerprint !== fingerprintOf(list) || !parsed.success) {
    throw new Refusal(
      'invalid_cursor',
      'The cursor was not given for this list with these filters and this sort.',
      {
        errors: [{ pointer: '?cursor', detail: 'Does not belong to this list.' }],
      },
    );
  }
  return parsed.data;
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function fingerprintOf(list: unknown): string {
  return hash('sha256', JSON.stringify(list), 'base64url').slice(0, 12);
}
