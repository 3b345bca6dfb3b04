import type { Place } from '../place/index.ts';
import type { Classifier, Milestone, Origin, Party, Reason, SubStatus } from '../taxonomy/index.ts';
import type { EventTime, TimeWindow } from '../time/index.ts';
import type { Confidence } from './confidence.ts';

/**
 * One piece of information about one parcel in one message, before it is assigned to a leg.
 *
 * There are two kinds, both append-only: an event (something happened, is planned or is expected) and details
 * (information about the parcel as a whole at a point in time: expected delivery, signer, service, partner
 * number).
 */
export type Fact = EventFact | DetailsFact;

/** A tracking event: a scan or another change that a carrier reports, with time, place and confidence. */
export interface EventFact {
  kind: 'event';
  time: EventTime;
  milestone: Milestone;
  subStatus: SubStatus;
  classifier: Classifier;
  origin: Origin;
  reason: Reason | null;
  party: Party | null;
  /** The carrier's code and sub-code, verbatim. */
  code: string | null;
  subCode: string | null;
  /** The carrier's text, verbatim. Used only to check plausibility. */
  text: string | null;
  place: Place | null;
  /** The carrier's id of the event, if any; it then identifies the event. */
  carrierEventId: string | null;
  /** The carrier's sequence number, ascending, if any. */
  sequence: number | null;
  signedBy: string | null;
  confidence: Confidence;
}

/** Information about a parcel as a whole. */
export interface DetailsFact {
  kind: 'details';
  /** Time of the newest event in the same message, in milliseconds since 1970 UTC; null if there is none. */
  asOf: number | null;
  details: ShipmentDetails;
}

/** The carrier's answer to a query, apart from events. */
export type CarrierAnswer = 'found' | 'not_found' | 'invalid_number' | 'details_needed';

/** Information about a parcel as a whole. An absent member was not given. */
export interface ShipmentDetails {
  answer?: CarrierAnswer;
  estimatedDelivery?: TimeWindow;
  /** The carrier's commitment, if different from its estimate. */
  promisedDelivery?: TimeWindow;
  /** The time of delivery, if given separately from the events. */
  deliveredAt?: EventTime;
  signedBy?: string;
  service?: string;
  references?: string[];
  origin?: Place;
  destination?: Place;
  weightGrams?: number;
  parcelCount?: number;
  pickupBy?: EventTime;
  /** Another carrier's number for the same parcel; it starts the next leg. */
  partner?: { carrier: string | null; trackingNumber: string };
}

/** A fact as it is stored: with identity, source and time of receipt. */
export type RecordedFact = Fact & FactRecord;

/** What storage adds to a fact. */
export interface FactRecord {
  /** Equal if the same event is reported again; see identity.ts. */
  identity: string;
  /** Distinguishes revisions of an identity: same identity and another revision is a correction. */
  revision: string;
  /** Connector and kind of message, `postnl/poll`. Twins are searched across sources. */
  source: string;
  legId: string;
  /** When the message was received, in milliseconds since 1970 UTC. */
  receivedAt: number;
  /**
   * 0 for the first decoding of the message. A replay gets a higher number, so that a corrected mapping wins.
   */
  reading: number;
}
