/** The party that caused an event. */
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

/** Whether an event happened, is planned or is expected (the event classifier of the DCSA standard). */
export const classifiers = ['actual', 'planned', 'estimated'] as const;
export type Classifier = (typeof classifiers)[number];

/** The kind of party that reported an event. */
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
 * The reason of an event, if the carrier states it. Only reasons that recorded payloads distinguish. A
 * sub-status that includes the reason (`not_home`, `delayed_weather`) has none.
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

/** How a message was received. */
export const messageKinds = ['webhook', 'poll', 'file'] as const;
export type MessageKind = (typeof messageKinds)[number];
