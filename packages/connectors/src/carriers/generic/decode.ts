import {
  type EventTime,
  isKnownZone,
  type Place,
  type PlaceText,
  readIsoTime,
  type ShipmentDetails,
  type ZoneHint,
} from '@milepost/domain';
import type { z } from 'zod';
import { type CodeFate, type Decode, Decoding, readJson, type ShipmentDecoding } from '../../_kit/index.ts';
import { statuses } from './codes.ts';
import { decodeLines } from './decode-lines.ts';
import {
  detailsSchema,
  type EstimatedDelivery,
  eventSchema,
  type GenericEvent,
  type GenericPlace,
  numberSchema,
} from './payload.ts';

export const decode: Decode = (payload, context) => {
  const decoding = new Decoding(context);
  const read = readJson(payload.body);
  if (read.ok) decodeMessage(read.value, '', decoding);
  else if (payload.kind === 'file') decodeLines(payload.body, decoding, decodeMessage);
  else decoding.problem(read.problem.kind, read.problem.detail, read.problem.pointer);
  return decoding.result();
};

/** `{ shipments: [ … ] }`, a list, or a single shipment; `pointer` is its position in the body. */
function decodeMessage(message: unknown, pointer: string, decoding: Decoding): void {
  const isObject = typeof message === 'object' && message !== null;
  if (Array.isArray(message)) decodeList(message, pointer, decoding);
  else if (isObject && 'shipments' in message && Array.isArray(message.shipments)) {
    decodeList(message.shipments, `${pointer}/shipments`, decoding);
  } else if (isObject && 'trackingNumber' in message) decodeShipment(message, pointer, decoding);
  else {
    const detail = 'The message is not a shipment, a list of shipments or an object with a list `shipments`.';
    decoding.problem('unreadable_payload', detail, pointer);
  }
}

function decodeList(shipments: readonly unknown[], pointer: string, decoding: Decoding): void {
  if (shipments.length === 0) decoding.problem('not_tracking', 'The list contains no shipment.', pointer);
  for (const [index, shipment] of shipments.entries())
    decodeShipment(shipment, `${pointer}/${index}`, decoding);
}

function decodeShipment(raw: unknown, pointer: string, decoding: Decoding): void {
  const { data, error } = numberSchema.safeParse(raw);
  // The schema has parsed it, so it is an object; only its number is known yet.
  const shipmentRaw = raw as Record<string, unknown>;
  if (data === undefined) {
    decoding.problem('unknown_carrier_number', issueText(error), pointer);
    return;
  }
  const shipment = decoding.shipment(data.trackingNumber);
  const { events = null } = shipmentRaw;
  if (events !== null && !Array.isArray(events)) {
    decoding.problem('unreadable_event', 'events is no list.', `${pointer}/events`);
  }
  const list: readonly unknown[] = Array.isArray(events) ? events : [];
  for (const [index, event] of list.entries()) {
    decodeEvent(event, `${pointer}/events/${index}`, { shipment, decoding });
  }
  shipment.details(readDetails(shipmentRaw, pointer, decoding));
}

// ── events ──────────────────────────────────────────────────────

interface DecodeTarget {
  shipment: ShipmentDecoding;
  decoding: Decoding;
}

function decodeEvent(raw: unknown, pointer: string, { shipment, decoding }: DecodeTarget): void {
  const { data: event, error } = eventSchema.safeParse(raw);
  if (event === undefined) {
    decoding.problem('unreadable_event', issueText(error), pointer);
    return;
  }
  const place = event.place ? decoding.place(placeText(event.place)) : null;
  const time = readIsoTime(event.time, zoneHints(event, place));
  if (time === null) {
    decoding.problem(
      'unreadable_time',
      `time is ${quoted(event.time)}, which is no ISO 8601.`,
      `${pointer}/time`,
    );
    return;
  }
  if (event.zone && !isKnownZone(event.zone)) {
    decoding.problem(
      'unreadable_time',
      `zone is ${quoted(event.zone)}, which is no IANA zone; the event was kept without it.`,
      `${pointer}/zone`,
    );
  }
  const fate = fateOf(event.status, `${pointer}/status`, decoding);
  const { text, signedBy } = event;
  const code = textOf(event.code) ?? event.status;
  shipment.event({ time, fate, code, text, place, carrierEventId: textOf(event.id), signedBy }, pointer);
}

/**
 * An unknown status is reported here and not by the builder, which would report the sender's code instead.
 */
function fateOf(status: string, pointer: string, decoding: Decoding): CodeFate {
  const fate = statuses.get(status);
  if (fate !== undefined) return fate;
  const detail = `status is ${quoted(status)}, which is neither a milestone nor a sub-status.`;
  decoding.problem('unknown_code', detail, pointer, status.slice(0, 120));
  return { subStatus: 'unknown.unmapped', evidence: 'none' };
}

/** The offset in the time, or else the zone of the message, or else that of the place. */
function zoneHints(event: GenericEvent, place: Place | null): ZoneHint[] {
  const hints: ZoneHint[] = [];
  if (event.zone) hints.push({ zone: event.zone, source: 'payload_offset' });
  if (place?.zone !== undefined) hints.push({ zone: place.zone, source: 'place' });
  return hints;
}

function placeText({ name, postcode, region, country, lat, lon }: GenericPlace): PlaceText {
  const text: PlaceText = {};
  if (name) text.name = name;
  if (postcode) text.postcode = postcode;
  if (region) text.region = region;
  if (country) text.country = country.toUpperCase();
  if (typeof lat === 'number' && typeof lon === 'number') text.point = { lat, lon };
  return text;
}

/** Ids and codes may be numbers; an empty one is missing. */
function textOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}

// ── details ─────────────────────────────────────────────────────

function readDetails(raw: Record<string, unknown>, pointer: string, decoding: Decoding): ShipmentDetails {
  const { data, error } = detailsSchema.safeParse(raw);
  if (data !== undefined) return detailsOf(data, pointer, decoding);
  const bad = new Set(error.issues.map((issue) => String(issue.path[0])));
  for (const field of bad) {
    const issues = error.issues.filter((issue) => String(issue.path[0]) === field);
    decoding.problem('unreadable_event', issueText({ issues }), `${pointer}/${field}`);
  }
  const good = Object.fromEntries(Object.entries(raw).filter(([field]) => !bad.has(field)));
  return detailsOf(detailsSchema.safeParse(good).data ?? {}, pointer, decoding);
}

function detailsOf(
  data: z.infer<typeof detailsSchema>,
  pointer: string,
  decoding: Decoding,
): ShipmentDetails {
  const details: ShipmentDetails = {};
  const references = data.references?.filter((reference) => reference !== '') ?? [];
  if (references.length > 0) details.references = references;
  if (data.service) details.service = data.service;
  const { from, to } = readWindow(data.estimatedDelivery ?? {}, `${pointer}/estimatedDelivery`, decoding);
  if (from !== null || to !== null) details.estimatedDelivery = { from, to };
  return details;
}

function readWindow(
  window: EstimatedDelivery,
  pointer: string,
  decoding: Decoding,
): { from: EventTime | null; to: EventTime | null } {
  const read = (end: 'from' | 'to'): EventTime | null => {
    const text = window[end];
    if (!text) return null;
    const time = readIsoTime(text);
    if (time === null)
      decoding.problem(
        'unreadable_time',
        `${end} is ${quoted(text)}, which is no ISO 8601.`,
        `${pointer}/${end}`,
      );
    return time;
  };
  return { from: read('from'), to: read('to') };
}

// ── texts ───────────────────────────────────────────────────────

/** The refused fields and the reasons: `place/lat: Too big: expected number to be <=90`. */
function issueText({ issues }: Pick<z.ZodError, 'issues'>): string {
  const shown = issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('/')}: ${message}`));
  return shown.join('; ').slice(0, 500);
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
