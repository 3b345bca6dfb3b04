import type { Place } from '../place/index.ts';
import type { Classifier, Milestone, Origin, Party, Reason, SubStatus } from '../taxonomy/index.ts';
import type { EventTime, TimeWindow } from '../time/index.ts';
import type { Confidence } from './confidence.ts';

/**
 * What one message says about one parcel, before it is attached to anything.
 *
 * Two kinds, both append-only: an event (something happened, will happen or is expected to) and details (what the sender states about
 * the parcel as a whole, as of a moment: expected delivery, signer, service, partner's number).
 */
export type Fact = EventFact | DetailsFact;

export interface EventFact {
  kind: 'event';
  time: EventTime;
  milestone: Milestone;
  subStatus: SubStatus;
  classifier: Classifier;
  origin: Origin;
  reason: Reason | null;
  party: Party | null;
  /** The carrier's code and finer code, verbatim. */
  code: string | null;
  subCode: string | null;
  /** The carrier's own words, as sent. Never used to decide anything but plausibility. */
  text: string | null;
  place: Place | null;
  /** The carrier's own id of the event; the best identity where there is one. */
  carrierEventId: string | null;
  /** The carrier's own order of events, ascending, where it gives one. */
  sequence: number | null;
  signedBy: string | null;
  confidence: Confidence;
}

export interface DetailsFact {
  kind: 'details';
  /** The newest moment the statement speaks of: the time of the newest event beside it. Null when there is none. */
  asOf: number | null;
  details: ShipmentDetails;
}

/** How the carrier answered, apart from any event. */
export type CarrierAnswer = 'found' | 'not_found' | 'invalid_number' | 'details_needed';

/** Statements about a parcel as a whole. Absent means: not said. */
export interface ShipmentDetails {
  answer?: CarrierAnswer;
  estimatedDelivery?: TimeWindow;
  /** The carrier's own commitment, where it differs from its estimate. */
  promisedDelivery?: TimeWindow;
  /** When the carrier says it delivered, where this is told apart from the events. */
  deliveredAt?: EventTime;
  signedBy?: string;
  service?: string;
  references?: string[];
  origin?: Place;
  destination?: Place;
  weightGrams?: number;
  parcelCount?: number;
  pickupBy?: EventTime;
  /** Another carrier's number for the same parcel: opens the next leg. */
  partner?: { carrier: string | null; trackingNumber: string };
}

/** A fact as the record keeps it: with identity, source and the order in which we heard it. */
export type RecordedFact = Fact & FactRecord;

export interface FactRecord {
  /** Equal for the same thing told again; see identity.ts. */
  identity: string;
  /** Tells two tellings of the same identity apart: same identity, other revision = a correction. */
  revision: string;
  /** Connector and kind of message, `postnl/poll`: twins are looked for across sources. */
  source: string;
  legId: string;
  /** When we received the message, milliseconds since 1970 UTC. */
  receivedAt: number;
  /** 0 for the first reading of the message; a replay reads it anew and gets a higher number, so that a mended table wins over the old one. */
  reading: number;
}
