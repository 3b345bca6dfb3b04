import type { Milestone, SubStatus } from '@milepost/domain';
import { z } from 'zod';
import { id, instant } from './fields.ts';

export type { Milestone, SubStatus } from '@milepost/domain';

/**
 * What the recipient's page shows. The server decides what may be seen and fills this in; the page puts it into words and never sees more.
 *
 * Every clock is a wall clock of the place it is about (`2026-03-01T14:05`), because that is what a recipient reads.
 */
export interface PortalShipment {
  trackingId: string;
  /** `number`: milestone and day only. `details`: opened by postcode or signed link. */
  level: 'number' | 'details';
  milestone: Milestone;
  /** ISO date of the recipient's today. */
  today: string;
  /** When it arrives, or arrived; null while nobody has said. */
  arrival: PortalArrival | null;
  /** With the driver since a day before today: that it comes today can no longer be said. */
  isOverdue?: true;
  /** Whether the details can be opened with the postcode. */
  hasPostcode: boolean;
  /** Null at the level `number`. */
  details: PortalDetails | null;
}

export interface PortalArrival {
  /** `expected` is the carrier's estimate or the sender's promise. */
  kind: 'expected' | 'delivered';
  /** ISO dates; the same twice for one day. */
  fromDay: string;
  toDay: string;
  /** `14:05`; null at the level `number` and where only a day is known. */
  fromTime: string | null;
  toTime: string | null;
}

export interface PortalDetails {
  subStatus: SubStatus;
  recipientName: string | null;
  signedBy: string | null;
  destination: PortalPlace | null;
  references: readonly string[];
  service: string | null;
  /** Wall clock until which it waits at the pickup place, or a day. */
  pickupBy: string | null;
  parcels: readonly PortalParcel[];
  /** Newest first. */
  timeline: readonly PortalHappening[];
  /** Whether a map can be drawn: at least one place has a point. */
  hasMap: boolean;
}

export interface PortalPlace {
  name: string | null;
  postcode: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
}

export interface PortalParcel {
  /** From 1. */
  position: number;
  milestone: Milestone;
  carriers: readonly PortalCarrier[];
}

export interface PortalCarrier {
  title: string;
  trackingNumber: string;
  /** The carrier's own page about this number. */
  trackingPage: string | null;
}

export interface PortalHappening {
  subStatus: SubStatus;
  /** Wall clock with minutes, or a day. */
  localTime: string;
  /** IANA zone or offset of that clock; null where nobody knows it. */
  zone: string | null;
  /** Milliseconds since 1970 UTC; null where it cannot be known. */
  occurredAt: number | null;
  place: PortalPlace | null;
  /** Which parcel it is about; null when there is only one. */
  parcel: number | null;
}

/** Who sends: what a workspace says about itself to recipients. */
export interface PortalBrand {
  name: string;
  /** `#rrggbb`; null for ours. */
  colour: string | null;
  hasLogo: boolean;
  support: { email: string | null; phone: string | null; url: string | null };
  /** The sender's own sentence under the headline of every page. */
  note: string | null;
}

/** Where the page finds its parts. */
export interface PortalAddresses {
  /** Language that was chosen. */
  language: string;
  /** Added to every link of the page, so that a signed link goes on working without cookies; `''` or `&k=…`. */
  linkSuffix: string;
  /** Where the script is served; null without one. */
  script: string | null;
  nonce: string;
  /** Where this installation is reached from outside, without a slash at the end. */
  publicUrl: string;
}

export type PortalPage =
  | { kind: 'shipment'; shipment: PortalShipment; brand: PortalBrand; version: string; linkExpired: boolean }
  | {
      kind: 'look-up';
      problem: null | 'not_found' | 'too_many' | 'unavailable';
      given: PortalGiven;
      brand: PortalBrand | null;
    };

/** What was typed, so that nobody types it twice. */
export interface PortalGiven {
  number: string;
  postcode: string;
}

/** A page as text, with the parts whose hashes the content security policy has to name. */
export interface RenderedPortalPage {
  html: string;
  inlineStyle: string;
  inlineData: string | null;
}

/** One place of the map, in the order of the way. */
export interface PortalMapStop {
  label: string;
  lat: number;
  lon: number;
  kind: 'passed' | 'now' | 'destination';
}

/** What the built portal gives to the server that serves it. */
export interface PortalRenderer {
  /** The first language of the header that the portal speaks, else the fallback if it speaks that, else English. */
  chooseLanguage(
    wanted: string | undefined,
    acceptLanguage: string | undefined,
    fallback: string | null,
  ): string;
  renderPage(page: PortalPage, addresses: PortalAddresses): RenderedPortalPage;
  /** iCalendar text of the expected day; null when there is none. */
  renderCalendar(
    page: PortalPage & { kind: 'shipment' },
    addresses: PortalAddresses,
    stampedAt: number,
  ): string | null;
  /** An SVG of the way on the map of the world. */
  renderMap(stops: readonly PortalMapStop[]): Promise<{ svg: string; inlineStyle: string }>;
}

export const portalLinkGiven = z
  .strictObject({
    expiresInDays: z
      .int()
      .min(1)
      .max(365)
      .default(60)
      .describe('Days for which the link opens the details; 60 when left out.'),
  })
  .prefault({})
  .describe('How long the link holds.');

export const portalLink = z
  .strictObject({
    shipmentId: id.describe('Our id of the shipment.'),
    url: z.url().describe('Address to hand to the recipient. Whoever has it sees the details.'),
    expiresAt: instant.describe('From then on the postcode is asked for.'),
  })
  .describe("A signed link to the recipient's page.");
