/** Who caused what happened. */
export const parties = [
  'carrier',
  'sender',
  'recipient',
  'customs',
  'authority',
  'nature',
  'us',
  'unknown',
] as const;
export type Party = (typeof parties)[number];

/** Whether a fact tells what happened, what is planned, or what is expected (the DCSA distinction). */
export const classifiers = ['actual', 'planned', 'estimated'] as const;
export type Classifier = (typeof classifiers)[number];

/** Who tells us. */
export const origins = [
  'carrier',
  'partner_carrier',
  'aggregator',
  'warehouse',
  'driver_app',
  'device',
  'person',
  'computed',
] as const;
export type Origin = (typeof origins)[number];

/**
 * Why it happened, where the carrier says so. Only reasons that recorded payloads distinguish; a sub-status that already says why
 * (not_home, delayed_weather) needs none.
 */
export const reasons = [
  'address',
  'capacity',
  'customs_documents',
  'customs_duties',
  'damage',
  'failed_check',
  'holiday',
  'mechanical',
  'no_access',
  'not_home',
  'closed',
  'payment',
  'recipient_request',
  'refused',
  'security',
  'sender_request',
  'sorting_error',
  'strike',
  'missed_connection',
  'missing',
  'weather',
  'packaging',
  'not_ready',
  'other',
] as const;
export type Reason = (typeof reasons)[number];

/** How a message reached us. */
export const messageKinds = ['webhook', 'poll', 'file'] as const;
export type MessageKind = (typeof messageKinds)[number];
