import type { SubStatus } from '@milepost/domain';
import type { FastifyInstance } from 'fastify';

/**
 * A dialect is a carrier as its customers see it: the wire shapes, the authentication, the limits and the errors, written from the carrier's
 * documentation and apart from the connector that reads it, so that the two check each other.
 */
export interface Dialect {
  carrier: string;
  /** Sub-statuses this carrier can express; journeys use no others. */
  subStatuses: ReadonlySet<SubStatus>;
  /**
   * Words that mean something else when they stand alone: a carrier that says “delivered” at the end of a return is understood to have returned it
   * only by whoever has heard of the return. Absent: every word means what it says.
   */
  understoodAs?: ReadonlyMap<SubStatus, SubStatus>;
  /** A valid number with the right check digit. `random` returns [0, 1). */
  newTrackingNumber(random: () => number): string;
  /** Countries (ISO 3166-1 alpha-2) in which its journeys begin; absent: all that the simulator has towns in. */
  collectsIn?: readonly string[];
  /** Countries in which its journeys end; absent: all that the simulator has towns in. */
  deliversIn?: readonly string[];
  /** Adds the carrier's own API (token, poll …) below the prefix it is registered with. */
  serve(app: FastifyInstance, carrier: CarrierWorld): void;
  /**
   * The push for some happenings of one parcel, newest last; absent where the carrier does not push. A carrier that pushes one event a call
   * returns several requests.
   */
  push?(parcel: Parcel, events: readonly JourneyEvent[], credentials: Credentials): PushRequest[];
  /**
   * The headers of a push with this body, signed where the carrier signs bodies. Lets garbage carry a valid signature; without it garbage goes
   * out with the headers of a good push and is refused where bodies are signed.
   */
  headersFor?(body: string, credentials: Credentials): Record<string, string>;
}

/** What the dialect may ask of the simulated world, after unruliness has been applied. */
export interface CarrierWorld {
  credentials: Credentials;
  /** The parcel of a number, or null when the carrier does not know it (yet). */
  parcel(trackingNumber: string): Parcel | null;
  /** What the carrier has told the world of this parcel so far, in the order it would list it (mostly oldest first). */
  reportedEvents(trackingNumber: string): readonly JourneyEvent[];
  /** Parcels with news between two simulated instants (milliseconds since 1970 UTC), for feeds of changes. */
  changedBetween(from: number, to: number): readonly Parcel[];
  /** Counts a call against the carrier's limit; false when it must answer 429. */
  admit(): boolean;
  /** Set when the carrier should answer with an outage (5xx). */
  outage(): boolean;
  now(): number;
}

/** One thing that truly happened. */
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
  /** Unruliness: send this code instead of the right one; no table may know it. */
  garbledCode?: string;
  /** Unruliness: shift the wall clock that is sent by so many minutes (a wrong zone). */
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

/** Flat names and secrets of the account at the carrier: `clientId`, `clientSecret`, `apiKey`, `webhookSecret` … */
export type Credentials = Readonly<Record<string, string>>;

export interface PushRequest {
  headers: Record<string, string>;
  body: string;
}
