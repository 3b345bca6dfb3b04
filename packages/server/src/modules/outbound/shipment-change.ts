/** A change of a shipment, as the live stream and webhooks send it: its state and the new events. */
export interface ShipmentChange {
  shipmentId: string;
  trackingId: string;
  carrier: string;
  trackingNumber: string;
  milestone: string;
  subStatus: string;
  previous: { milestone: string; subStatus: string } | null;
  /**
   * True when the newest line of the timeline changed the state. Only then is a recipient notified; late and
   * corrected facts are not news.
   */
  isNews: boolean;
  /** Codes of the open delivery exceptions. */
  openExceptions: string[];
  events: ChangeEvent[];
  /** For `exception.opened`. */
  exception?: { rule: string; severity: string; detail: string };
}

export interface ChangeEvent {
  occurredAt: string | null;
  localTime: string;
  zone: string | null;
  milestone: string;
  subStatus: string;
  place: string | null;
  receivedAt: string;
  /** The newest line of the timeline now, whether it changed the state or not. */
  isNewest?: true;
}
