import type {
  MessageKind,
  OrderReport,
  PositionReport,
  ProblemKind,
  ReceiptReport,
  StockReport,
} from '@milepost/domain';

/**
 * One fixture: a payload in `fixtures/<file>` and its expected result. `expectations.ts` of each connector
 * exports `fixtures: Fixture[]`; the conformance suite does the rest.
 */
export interface Fixture {
  /** `poll__delivered.json`: kind, two underscores, variant. */
  file: string;
  kind: MessageKind;
  /** When it was received, ISO 8601. Later events are in the future. */
  receivedAt: string;
  askedFor?: readonly string[];
  shipments: readonly ExpectedShipment[];
  /** Absent: none. */
  orders?: readonly OrderReport[];
  stock?: readonly StockReport[];
  positions?: readonly PositionReport[];
  receipts?: readonly ReceiptReport[];
  /** `kind pointer` of each problem, in any order. */
  problems?: readonly `${ProblemKind} ${string}`[];
}

export interface ExpectedShipment {
  trackingNumber: string;
  /** Of the shipment after all facts. */
  subStatus: string;
  deliveredAt?: string;
  signedBy?: string;
  /** `from/to` as local times, `…` for an open end. */
  estimatedDelivery?: string;
  /**
   * One line for each event, newest first: `<UTC instant or local time> <zone source> <sub-status> @ <place
   * name or code, country>`; for example `2026-03-01T13:05:00.000Z place in_transit.accepted @ Utrecht, NL`.
   * A missing zone or place is `-`.
   */
  events: readonly string[];
}
