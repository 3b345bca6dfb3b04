import type { Fact, Gazetteer, MessageKind, Problem, ShipmentDetails } from '@milepost/domain';
import type { z } from 'zod';
import type { CodeTable } from './carrier/code-table.ts';
import type { HttpCall } from './http/http.ts';

/**
 * What a carrier's folder hands to the rest of the house. One anatomy for all:
 *
 *   manifest.ts   who it is, what it needs, what it can do, and `carrier` which ties the parts together
 *   codes.ts      code tables
 *   payload.ts    readers of what it sends
 *   decode.ts     payload → facts and problems, pure and total
 *   poll.ts       the requests that ask it (where it can be asked)
 *   webhook.ts    how its pushes prove themselves (where it pushes)
 *   fixtures/     payloads written by us in its shape, each with its expectation
 *   README.md     sources with dates, limits, traps
 */
export interface Carrier {
  manifest: CarrierManifest;
  /** Every code table by its name, for the conformance suite, the mapping workbench and the docs. */
  codeTables: Readonly<Record<string, CodeTable>>;
  decode: Decode;
  poll?: Poll;
  webhook?: Webhook;
}

export interface CarrierManifest {
  /** Folder name, kebab-case: `dhl-unified`. */
  name: string;
  title: string;
  website: string;
  /** Public page for a number, with `{number}` in it, where one exists. */
  trackingPage: string | null;
  kinds: readonly MessageKind[];
  /** Zone of wall clocks that carry none and whose place does not tell; null when no honest default exists. */
  defaultZone: string | null;
  /** What an account must hold, as one flat zod object; the settings form is drawn from it. Secrets are named in `secrets`. */
  settings: z.ZodObject;
  secrets: readonly string[];
  /** Codes are those of the carrier itself, or of an aggregator speaking for others. */
  origin: 'carrier' | 'aggregator';
  limits: { batchMax: number; requestsPerSecond: number | null; requestsPerDay: number | null };
  /** Could this be one of the carrier's numbers? Shape and check digit only. */
  recognises(trackingNumber: string): boolean;
}

/** The values of an account's settings, parsed by the manifest's schema. */
export type AccountSettings = Readonly<Record<string, string>>;

// ── decode ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Payload {
  kind: MessageKind;
  /** The body as text (UTF-8, decoded by the caller with replacement of broken bytes). */
  body: string;
  contentType: string | null;
}

export interface DecodeContext {
  gazetteer: Gazetteer;
  /** When the message was received, milliseconds since 1970 UTC. */
  receivedAt: number;
  /** What was asked for, when the message answers a poll: lets an answer without a number be attached. */
  askedFor?: readonly string[];
}

export interface DecodedShipment {
  trackingNumber: string;
  facts: Fact[];
}

export interface Decoded {
  shipments: DecodedShipment[];
  problems: Problem[];
}

/** Pure and total: never throws, the same input gives the same output, one bad event spoils no other. */
export type Decode = (payload: Payload, context: DecodeContext) => Decoded;

export type { ShipmentDetails };

// ── poll ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Poll {
  /**
   * Asks for up to `limits.batchMax` numbers and returns every answer verbatim, to be kept raw before it is decoded.
   * Throws the errors of errors.ts and nothing else.
   */
  fetch(numbers: readonly string[], session: PollSession): Promise<PollAnswer[]>;
}

export interface PollAnswer {
  body: string;
  contentType: string | null;
  /** The numbers this answer is about. */
  numbers: readonly string[];
}

/** What the kit lends to one account while it polls. */
export interface PollSession {
  settings: AccountSettings;
  http: HttpCall;
  /** A value that outlives the call (an OAuth token), made anew by `create` when absent, expired or after `forget`. */
  token: TokenCache;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Destination postcode of a number, where the carrier wants one and we know it. */
  postcodeOf(trackingNumber: string): string | null;
}

export interface TokenCache {
  get(create: () => Promise<{ value: string; expiresInSeconds: number }>): Promise<string>;
  forget(): void;
}

// ── webhook ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Webhook {
  /** Proves that a push comes from the carrier, by the carrier's own scheme. Comparisons run in constant time (kit/signature.ts). */
  verify(push: Push, account: WebhookAccount): Verdict;
  /** For carriers that fetch a token from us before they push (OAuth 2 client credentials). */
  issueToken?(request: TokenRequest, account: WebhookAccount): TokenAnswer;
}

export interface Push {
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
}

export interface WebhookAccount {
  settings: AccountSettings;
  now(): number;
}

/** `reason` names the header and what is wrong with it, without repeating any secret. */
export type Verdict = { ok: true } | { ok: false; reason: string };

export interface TokenRequest {
  headers: Readonly<Record<string, string | undefined>>;
  form: Readonly<Record<string, string | undefined>>;
}

export type TokenAnswer =
  | { ok: true; accessToken: string; expiresInSeconds: number }
  | { ok: false; reason: string };
