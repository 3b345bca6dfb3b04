import type { MessageKind, ProblemKind } from '@milepost/domain';

/**
 * One fixture: a payload in `fixtures/<file>` and what must come out of it. `expectations.ts` of each carrier exports `fixtures: Fixture[]`;
 * the conformance suite does the rest.
 */
export interface Fixture {
  /** `poll__delivered.json`: kind, two underscores, variant. */
  file: string;
  kind: MessageKind;
  /** When it was received; events after it would be in the future. ISO 8601. */
  receivedAt: string;
  askedFor?: readonly string[];
  shipments: readonly ExpectedShipment[];
  /** `kind pointer` of each problem, in any order. */
  problems?: readonly `${ProblemKind} ${string}`[];
}

export interface ExpectedShipment {
  trackingNumber: string;
  /** What the fold of all facts says. */
  subStatus: string;
  deliveredAt?: string;
  signedBy?: string;
  /** `from/to` as local times, `…` for an open end. */
  estimatedDelivery?: string;
  /**
   * One line an event, newest first: `<UTC instant or local time> <zone source> <sub-status> @ <place name or code, country>`;
   * for example `2026-03-01T13:05:00.000Z place in_transit.accepted @ Utrecht, NL`. A missing zone or place is `-`.
   */
  events: readonly string[];
}
