import type { Place } from '../place/index.ts';
import type { TimeWindow } from '../time/index.ts';

/**
 * A shipment is what was sent; a tracking number is only what one carrier calls one leg of it. Shipment → parcels → legs.
 * Ids are UUIDs of version 7, so that they sort by time.
 */
export interface Shipment {
  id: string;
  trackingId: string;
  references: readonly string[];
  recipientName: string | null;
  recipientEmail: string | null;
  destination: Place | null;
  origin: Place | null;
  service: string | null;
  /** ISO date, or null while it is not known. */
  despatchDate: string | null;
  promised: TimeWindow | null;
}

/** One physical parcel of a shipment. */
export interface Parcel {
  id: string;
  shipmentId: string;
  /** From 1. */
  position: number;
}

/** One carrier's part of the way of a parcel. Carriers use numbers again, so a leg holds for a span of time. */
export interface Leg {
  id: string;
  /** Null while nobody has registered the number: its facts wait here. */
  shipmentId: string | null;
  carrier: string;
  trackingNumber: string;
  /** Milliseconds since 1970 UTC; null is open. */
  validFrom: number | null;
  validTo: number | null;
}

/** A number is taken for reused when a new journey begins this long after the last word on the old one. */
export const reuseAfterMs = 120 * 86_400_000;

/** Which of the legs that carry a number a moment belongs to; null when none covers it. Open ends cover everything. */
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

/** Carriers print numbers with spaces and dashes and people type them in lower case; the record keeps one form. */
export function normaliseTrackingNumber(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s.-]/g, '');
}
