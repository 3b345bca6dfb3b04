/**
 * The stock of an article as reported by a shop or warehouse. Filled by connectors of the kinds `shop` and
 * `warehouse`.
 */
export interface StockReport {
  sku: string;
  /** The sender's key of the location; null when it keeps one figure for all. */
  location: string | null;
  /** Null where the sender does not track the figure, which is not the same as zero. */
  onHand: number | null;
  available: number | null;
  /** Milliseconds since 1970 UTC; null when it is not in the message. */
  countedAt: number | null;
}
