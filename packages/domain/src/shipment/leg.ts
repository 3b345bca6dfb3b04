/**
 * A shipment is what was sent: one or more parcels, each with one or more legs. A tracking number identifies
 * only one leg at one carrier.
 */

/**
 * One carrier's part of the journey of a parcel. Carriers reuse tracking numbers, so a leg is valid for a
 * period of time.
 */
export interface Leg {
  id: string;
  /** Null until the number is registered; its facts are kept with the leg. */
  shipmentId: string | null;
  carrier: string;
  trackingNumber: string;
  /** Milliseconds since 1970 UTC; null means unlimited. */
  validFrom: number | null;
  validTo: number | null;
}

/** A number counts as reused if a new journey starts this long after the last event of the old one. */
export const reuseAfterMs = 120 * 86_400_000;

/**
 * The leg, of all legs with the same number, that is valid at a moment (milliseconds since 1970 UTC); null if
 * none is. Without a moment the newest leg.
 */
export function legAt(legs: readonly Leg[], moment: number | null): Leg | null {
  const newestFirst = [...legs].sort((left, right) => (right.validFrom ?? 0) - (left.validFrom ?? 0));
  if (moment === null) return newestFirst[0] ?? null;
  return newestFirst.find((leg) => covers(leg, moment)) ?? null;
}

function covers(leg: Leg, moment: number): boolean {
  return (
    (leg.validFrom === null || moment >= leg.validFrom) && (leg.validTo === null || moment < leg.validTo)
  );
}

/** The stored form of a tracking number: upper case, without spaces, dots and dashes. */
export function normaliseTrackingNumber(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s.-]/g, '');
}
