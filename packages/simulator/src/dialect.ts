import type { SubStatus } from '@milepost/domain';
import type { FastifyInstance } from 'fastify';

/**
 * A carrier as its customers see it: wire shapes, authentication, limits and errors. A dialect is written
 * from the carrier's documentation and independently of the connector, so that the two check each other.
 */
export interface Dialect {
  carrier: string;
  /** Sub-statuses that this carrier can report. Journeys use no others. */
  subStatuses: ReadonlySet<SubStatus>;
  /**
   * Sub-statuses that mean something else on their own. Example: a carrier that reports “delivered” at the
   * end of a return is understood as a return only after an earlier return event. Absent: every sub-status is
   * unambiguous.
   */
  understoodAs?: ReadonlyMap<SubStatus, SubStatus>;
  /** A valid number with the right check digit. `random` returns [0, 1). */
  newTrackingNumber(random: () => number): string;
  /** Countries (ISO 3166-1 alpha-2) in which its journeys start. Absent: all countries of the simulator. */
  collectsIn?: readonly string[];
  /** Countries in which its journeys end. Absent: all countries of the simulator. */
  deliversIn?: readonly string[];
  /** Adds the carrier's own API (token, poll …) below the prefix it is registered with. */
  serve(app: FastifyInstance, carrier: CarrierWorld): void;
  /**
   * The push for some events of one parcel, newest last. Absent when the carrier does not push. A carrier
   * that pushes one event a call returns several requests.
   */
  push?(parcel: Parcel, events: readonly JourneyEvent[], credentials: Credentials): PushRequest[];
  /**
   * The headers of a push with this body, signed where the carrier signs bodies. It lets garbage carry a
   * valid signature. Without it, garbage is sent with the headers of the good push and is refused where
   * bodies are signed.
   */
  headersFor?(body: string, credentials: Credentials): Record<string, string>;
}

/** The dialect's view of the simulated world, with faults applied. */
export interface CarrierWorld {
  credentials: Credentials;
  /** Null when the carrier does not know the number (yet). */
  parcel(trackingNumber: string): Parcel | null;
  /**
   * The events that the carrier has reported of this parcel so far, in the order it would list them (mostly
   * oldest first).
   */
  reportedEvents(trackingNumber: string): readonly JourneyEvent[];
  /**
   * Parcels with new events between two simulated instants (milliseconds since 1970 UTC), for feeds of
   * changes.
   */
  changedBetween(from: number, to: number): readonly Parcel[];
  /** Counts a call against the carrier's limit. False when it must answer 429. */
  admit(): boolean;
  /** True when the carrier must answer with a server error. */
  outage(): boolean;
  now(): number;
}

/** An event of a parcel's true journey. */
export interface JourneyEvent {
  subStatus: SubStatus;
  /** Milliseconds since 1970 UTC. */
  occurredAt: number;
  /** IANA zone of the place where it happened. */
  zone: string;
  place: { name: string; postcode: string; region?: string; country: string };
  /** Position in the journey, ascending from 1. */
  sequence: number;
  signedBy?: string;
  /** Fault: send this code instead of the right one. No code table may contain it. */
  garbledCode?: string;
  /** Fault: shift the wall clock that is sent by this many minutes (a wrong zone). */
  clockErrorMinutes?: number;
}

export interface Parcel {
  trackingNumber: string;
  carrier: string;
  reference: string;
  origin: { name: string; postcode: string; region?: string; country: string; zone: string };
  destination: { name: string; postcode: string; region?: string; country: string; zone: string };
  /** Window in which the carrier expects to deliver, milliseconds since 1970 UTC. */
  expected: { from: number; to: number } | null;
  weightGrams: number;
  recipientName: string;
}

/**
 * Flat names and secrets of the account at the carrier: `clientId`, `clientSecret`, `apiKey`, `webhookSecret`
 * …
 */
export type Credentials = Readonly<Record<string, string>>;

export interface PushRequest {
  headers: Record<string, string>;
  body: string;
}
