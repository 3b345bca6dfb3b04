import type { Milestone, SubStatus } from '@milepost/domain';
import { z } from 'zod';
import { id, instant } from './fields.ts';

export type { Milestone, SubStatus } from '@milepost/domain';

/**
 * The data of the recipient's page. The server includes only what the recipient is allowed to see.
 *
 * All times are local times of the place they refer to (`2026-03-01T14:05`).
 */
export interface PortalShipment {
  trackingId: string;
  /** `number`: milestone and day only. `details`: unlocked by postcode or signed link. */
  level: 'number' | 'details';
  milestone: Milestone;
  /** The current date at the recipient (ISO date). */
  today: string;
  /** When the shipment arrives or arrived; null if unknown. */
  arrival: PortalArrival | null;
  /** Out for delivery since an earlier day, so arrival today is uncertain. */
  isOverdue?: true;
  /** Whether the postcode unlocks the details. */
  hasPostcode: boolean;
  /** Null at level `number`. */
  details: PortalDetails | null;
}

/** An expected or actual delivery, in local time of the destination. */
export interface PortalArrival {
  /** `expected` is the carrier's estimate or the sender's promise. */
  kind: 'expected' | 'delivered';
  /** ISO dates; the same twice for one day. */
  fromDay: string;
  toDay: string;
  /** `14:05`; null at level `number` and if only the day is known. */
  fromTime: string | null;
  toTime: string | null;
}

/** The part of the page that requires the postcode or a signed link. */
export interface PortalDetails {
  subStatus: SubStatus;
  recipientName: string | null;
  signedBy: string | null;
  destination: PortalPlace | null;
  references: readonly string[];
  service: string | null;
  /** Local time or date until which the parcel can be collected. */
  pickupBy: string | null;
  parcels: readonly PortalParcel[];
  /** Newest first. */
  timeline: readonly PortalEvent[];
  /** Whether at least one place has a position, so that a map can be drawn. */
  hasMap: boolean;
}

/** A place as shown to recipients: never a street. */
export interface PortalPlace {
  name: string | null;
  postcode: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
}

/** One parcel of the shipment, with its carriers in order of the legs. */
export interface PortalParcel {
  /** Starts at 1. */
  position: number;
  milestone: Milestone;
  carriers: readonly PortalCarrier[];
}

/** A carrier of a parcel, with its tracking number. */
export interface PortalCarrier {
  title: string;
  trackingNumber: string;
  /** The carrier's tracking page for this number. */
  trackingPage: string | null;
}

/** One entry of the timeline. */
export interface PortalEvent {
  subStatus: SubStatus;
  /** Local time with minutes, or a date. */
  localTime: string;
  /** IANA zone or offset of the local time; null if unknown. */
  zone: string | null;
  /** Milliseconds since 1970 UTC; null if unknown. */
  occurredAt: number | null;
  place: PortalPlace | null;
  /** Number of the parcel; null if there is only one. */
  parcel: number | null;
}

/** The brand of the sender. */
export interface PortalBrand {
  name: string;
  /** `#rrggbb`; null for the default. */
  colour: string | null;
  hasLogo: boolean;
  support: { email: string | null; phone: string | null; url: string | null };
  /** The sender's message under the headline. */
  note: string | null;
}

/** Language, URLs and nonce of a page. */
export interface PortalAddresses {
  /** Language of the page. */
  language: string;
  /** Query suffix of every link, so that a signed link works without cookies: `''` or `&k=…`. */
  linkSuffix: string;
  /** URL of the script; null without a script. */
  script: string | null;
  nonce: string;
  /** Public URL of the installation, without a trailing slash. */
  publicUrl: string;
}

/** The two pages of the portal: a shipment, or the form to look one up. */
export type PortalPage =
  | { kind: 'shipment'; shipment: PortalShipment; brand: PortalBrand; version: string; linkExpired: boolean }
  | {
      kind: 'look-up';
      problem: null | 'not_found' | 'too_many' | 'unavailable';
      given: PortalGiven;
      brand: PortalBrand | null;
    };

/** The input, to fill the form again. */
export interface PortalGiven {
  number: string;
  postcode: string;
}

/** A rendered page, with the inline parts whose hashes the content security policy needs. */
export interface RenderedPortalPage {
  html: string;
  inlineStyle: string;
  inlineData: string | null;
}

/** One place on the map. */
export interface PortalMapStop {
  label: string;
  lat: number;
  lon: number;
  kind: 'passed' | 'now' | 'destination';
}

/** The interface of the built portal, which the server calls. */
export interface PortalRenderer {
  /**
   * The requested language, else the first supported language of Accept-Language, else the fallback, else
   * English.
   */
  chooseLanguage(
    wanted: string | undefined,
    acceptLanguage: string | undefined,
    fallback: string | null,
  ): string;
  renderPage(page: PortalPage, addresses: PortalAddresses): RenderedPortalPage;
  /**
   * iCalendar file of the expected day; null if there is none. `stampedAt` is in milliseconds since 1970 UTC.
   */
  renderCalendar(
    page: PortalPage & { kind: 'shipment' },
    addresses: PortalAddresses,
    stampedAt: number,
  ): string | null;
  /** An SVG of the route on a world map. The stops are in travel order. */
  renderMap(stops: readonly PortalMapStop[]): Promise<{ svg: string; inlineStyle: string }>;
}

export const portalLinkGiven = z
  .strictObject({
    expiresInDays: z.int().min(1).max(365).default(60).describe('Validity of the link in days. Default: 60.'),
  })
  .prefault({})
  .describe('Validity of the link.');

export const portalLink = z
  .strictObject({
    shipmentId: id.describe('Id of the shipment.'),
    url: z.url().describe('URL for the recipient. Anyone who has it sees the details.'),
    expiresAt: instant.describe('When the link expires; afterwards the postcode is required.'),
  })
  .describe('A signed link to the tracking page.');
