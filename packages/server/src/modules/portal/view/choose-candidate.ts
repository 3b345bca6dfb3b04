import { hash, timingSafeEqual } from 'node:crypto';
import type { PortalCandidate } from '../store/portal-look-up.ts';

export interface Chosen {
  trackingId: string;
  /** Whether the postcode was right, so that the details may be shown. */
  isOpen: boolean;
}

/**
 * Finds the shipment for a number and perhaps a postcode. The answer is null for an unknown number, a wrong
 * postcode, an order number without postcode and an ambiguous number, so that it does not reveal which of
 * these it was.
 */
export function chooseCandidate(candidates: readonly PortalCandidate[], postcode: string): Chosen | null {
  const typed = foldPostcode(postcode);
  if (typed === '') return onlyOne(candidates.filter(({ by }) => by === 'number'));
  // One extra comparison, so that finding no candidate takes no less time.
  const placeholder: PortalCandidate = { trackingId: '', postcode: null, by: 'number' };
  const [match] = [...candidates, placeholder].filter((candidate) => isSame(candidate.postcode, typed));
  return match ? { trackingId: match.trackingId, isOpen: true } : null;
}

function onlyOne(candidates: readonly PortalCandidate[]): Chosen | null {
  const [first, ...others] = candidates;
  return first && others.length === 0 ? { trackingId: first.trackingId, isOpen: false } : null;
}

/** The form in which postcodes are stored: upper case letters and digits only. */
function foldPostcode(postcode: string): string {
  return postcode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** Compares in constant time. A missing postcode never matches. */
function isSame(kept: string | null, typed: string): boolean {
  const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(`${kept ?? ''}`), digest(typed)) && kept !== null && kept !== '';
}
