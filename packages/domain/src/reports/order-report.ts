/** An order as reported by a shop or marketplace. Filled by connectors of the kind `shop`. */
export interface OrderReport {
  /** The sender's key of the order; stable, and not always the number that the customer sees. */
  orderId: string;
  number: string | null;
  /** The sender's own word for the state of the whole order. */
  status: string | null;
  /** Milliseconds since 1970 UTC. */
  placedAt: number | null;
  changedAt: number | null;
  lines: readonly OrderLineReport[];
}

export interface OrderLineReport {
  lineId: string;
  sku: string | null;
  quantity: number;
}
