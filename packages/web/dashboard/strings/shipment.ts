import type { ReadingView, TimelineEntryView } from '../../api/views.ts';

/** Text of the shipment page and panel. */
export const shipmentText = {
  copy: 'Copy number',
  copied: 'Number copied.',
  carrierPage: 'Track at the carrier',
  openPage: 'Open as a page',
  recipientLink: 'Recipient’s link',
  linkCopied: 'Link copied. It shows all details until {day}.',
  back: 'All shipments',
  unknown: 'Shipment not found in this workspace.',
  expected: 'Expected',
  promised: 'Promised',
  delivered: 'Delivered',
  until: 'to',
  notKnown: 'Unknown',
  customer: 'Customer',
  order: 'Order',
  service: 'Service',
  trackingId: 'Tracking id',
  received: 'Last update',
  signedBy: 'Signed by',
  journey: 'Journey',
  mapNone: 'No places to show on the map yet.',
  mapRoute: 'Route so far: {places}.',
  mapThen: ', then ',
  timeline: 'Timeline',
  timelineNone: 'No updates from the carrier yet. They will appear here.',
  parcels: 'Parcels',
  parcel: 'Parcel {number}',
  problems: 'Parts that could not be read',
  late: 'Later than promised',
  why: {
    rule: 'Because of this event',
    none: 'No events yet. The number is registered, and we wait for the carrier.',
    factors: 'Confidence',
    sources: 'Sources',
    raw: 'Raw message',
    close: 'Hide the raw message',
    headers: 'Headers',
    body: 'Body',
    notKept: 'The message was deleted after its retention time. What we read in it is kept.',
    readings: 'What we read in it',
    readAs: 'read as “{subStatus}”',
  },
  factors: {
    mapping: 'Meaning of the code',
    clock: 'Time and zone',
    place: 'Place',
    source: 'Source',
    plausibility: 'Plausibility',
  },
} as const;

/** Where the meaning of a code is known from. */
export const evidenceText: Readonly<Record<NonNullable<ReadingView['evidence']>, string>> = {
  documented: 'from the carrier’s documentation',
  observed: 'observed in real messages',
  inferred: 'inferred from its text',
  guessed: 'guessed',
  none: 'unknown code',
};

/** How the time zone of an event is known. */
export const zoneText: Readonly<Record<NonNullable<TimelineEntryView['zoneSource']>, string>> = {
  payload_offset: 'Time zone {zone}, as given by the carrier.',
  payload_utc: 'Given by the carrier in UTC.',
  place: 'Time zone {zone}, from the place.',
  facility: 'Time zone {zone}, from the facility.',
  carrier_default: 'Time zone {zone}, the carrier’s usual one.',
  assumed: 'Time zone {zone}, assumed.',
};
