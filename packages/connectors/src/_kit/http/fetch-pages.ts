import type { HttpAnswer } from './http.ts';
import { CarrierUnavailable } from './poll-failures.ts';

export interface Pages<Cursor> {
  first: Cursor;
  /** One page; throws the failures of poll-failures.ts. */
  fetch(cursor: Cursor): Promise<HttpAnswer>;
  /** Cursor of the next page, or null after the last one. */
  nextAfter(page: HttpAnswer): Cursor | null;
  /** Guard against a sender that never ends. */
  pagesMax?: number;
}

/**
 * Fetches one page after the other. A cursor that comes back unchanged would loop, so it counts as a failure
 * of the sender.
 */
export async function fetchPages<Cursor>({
  first,
  fetch,
  nextAfter,
  pagesMax = 1_000,
}: Pages<Cursor>): Promise<HttpAnswer[]> {
  const pages: HttpAnswer[] = [];
  const fetched = new Set<Cursor>();
  for (let cursor: Cursor | null = first; cursor !== null; ) {
    if (fetched.has(cursor) || pages.length === pagesMax)
      throw new CarrierUnavailable(`The pages do not end: ${pages.length} were fetched.`);
    fetched.add(cursor);
    const page = await fetch(cursor);
    pages.push(page);
    cursor = nextAfter(page);
  }
  return pages;
}

/** The address with `rel="next"` in the header `Link` (RFC 8288), or null. */
export function nextLink({ headers }: HttpAnswer): string | null {
  for (const [, target = '', parameters = ''] of (headers.link ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    if (/;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next\b)/i.test(parameters)) return target;
  }
  return null;
}
