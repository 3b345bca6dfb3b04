import { hash, timingSafeEqual } from 'node:crypto';
import type { PortalCandidate } from '../store/portal-look-up.ts';

export interface Chosen {
  trackingId: string;
  /** Whether the postcode was right, so that the details may be seen. */
  isOpen: boolean;
}

/**
 * Which shipment somebody means who knows a number and perhaps a postcode. Null is the one answer to everything that does not fit: an unknown number,
 * another postcode, an order number by itself, a number of several shipments. Nobody learns which of these it was.
 */
export function chooseCandidate(candidates: readonly PortalCandidate[], postcode: string): Chosen | null {
  const typed = foldPostcode(postcode);
  if (typed === '') return onlyOne(candidates.filter(({ by }) => by === 'number'));
  // Every candidate is compared, and one more, so that finding none takes no less.
  const nobody: PortalCandidate = { trackingId: '', postcode: null, by: 'number' };
  const [fitting] = [...candidates, nobody].filter((one) => isSame(one.postcode, typed));
  return fitting ? { trackingId: fitting.trackingId, isOpen: true } : null;
}

function onlyOne(candidates: readonly PortalCandidate[]): Chosen | null {
  const [first, ...others] = candidates;
  return first && others.length === 0 ? { trackingId: first.trackingId, isOpen: false } : null;
}

/** As the store keeps postcodes: capital letters and digits only, because people write them in many ways. */
function foldPostcode(postcode: string): string {
  return postcode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** In constant time. What is not there equals nothing. */
function isSame(kept: string | null, typed: string): boolean {
  const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(`${kept ?? ''}`), digest(typed)) && kept !== null && kept !== '';
}
