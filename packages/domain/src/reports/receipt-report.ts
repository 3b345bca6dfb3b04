export const receiptStates = ['accepted', 'sent', 'delivered', 'read', 'failed'] as const;
export type ReceiptState = (typeof receiptStates)[number];

/** What a messenger or help desk says about a message that Milepost sent. Filled by the kinds `messenger` and `helpdesk`. */
export interface ReceiptReport {
  /** The provider's id of the message. */
  messageId: string;
  state: ReceiptState;
  /** Milliseconds since 1970 UTC; null when the message does not say. */
  occurredAt: number | null;
  /** The provider's reason for a failure. */
  reason: string | null;
}
