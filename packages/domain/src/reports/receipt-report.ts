export const receiptStates = ['accepted', 'sent', 'delivered', 'read', 'failed'] as const;
export type ReceiptState = (typeof receiptStates)[number];

/**
 * What happened to a message that Milepost sent, as reported by its provider. Filled by the kinds
 * `messenger` and `helpdesk`.
 */
export interface ReceiptReport {
  /** The provider's id of the message. */
  messageId: string;
  state: ReceiptState;
  /** Milliseconds since 1970 UTC; null when it is not in the message. */
  occurredAt: number | null;
  /** The provider's reason for a failure. */
  reason: string | null;
}
