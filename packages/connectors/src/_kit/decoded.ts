import type {
  Fact,
  Gazetteer,
  MessageKind,
  OrderReport,
  PositionReport,
  Problem,
  ReceiptReport,
  StockReport,
} from '@milepost/domain';

export interface Payload {
  kind: MessageKind;
  /** The body as text (UTF-8, decoded by the caller with replacement of broken bytes). */
  body: string;
  contentType: string | null;
}

export interface DecodeContext {
  gazetteer: Gazetteer;
  /** When the message was received, milliseconds since 1970 UTC. */
  receivedAt: number;
  /**
   * The numbers that were requested, when the message answers a poll. An answer without a number belongs to
   * them.
   */
  askedFor?: readonly string[];
}

/**
 * Everything that one message contains. A connector fills the parts of its kind; carriers fill `shipments`
 * and `problems`.
 */
export interface Decoded {
  shipments: DecodedShipment[];
  orders: readonly OrderReport[];
  stock: readonly StockReport[];
  positions: readonly PositionReport[];
  receipts: readonly ReceiptReport[];
  problems: Problem[];
}

export interface DecodedShipment {
  trackingNumber: string;
  facts: Fact[];
}

/**
 * Pure and total: it never throws, the same input gives the same output, and one bad event does not affect
 * the others.
 */
export type Decode = (payload: Payload, context: DecodeContext) => Decoded;

/** Shared by all results, because decoding is hot and most results have none of these. */
const none: readonly never[] = Object.freeze([]);

export function emptyDecoded(parts: Partial<Decoded> = {}): Decoded {
  const { shipments = [], orders = none, stock = none, positions = none, receipts = none } = parts;
  return { shipments, orders, stock, positions, receipts, problems: parts.problems ?? [] };
}
