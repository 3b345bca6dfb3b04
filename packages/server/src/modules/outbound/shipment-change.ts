/** What the live stream, webhooks and reactors are told: the shipment's standing, and the events that are new. */
export interface ShipmentChange {
  shipmentId: string;
  trackingId: string;
  carrier: string;
  trackingNumber: string;
  milestone: string;
  subStatus: string;
  previous: { milestone: string; subStatus: string } | null;
  /** True when the newest line of the timeline changed the standing: only then is anybody notified. A late or corrected fact is no news. */
  isNews: boolean;
  /** Rules that hold now. */
  openAlerts: string[];
  events: ChangeEvent[];
  /** For `exception.opened`: what was found. */
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
  /** The newest line of the timeline now, whether it changed the standing or not. */
  isNewest?: true;
}
