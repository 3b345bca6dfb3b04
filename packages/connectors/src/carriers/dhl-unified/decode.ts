import { type Decode, type DecodeContext, Decoding, readJson } from '../../_kit/index.ts';
import { decodeShipment, type NumberedShipment } from './decode-shipment.ts';
import { type DhlShipment, readProblem, readShipment } from './payload.ts';

/**
 * Reads every form of the Unified API: the answer of a poll (`shipments[]`), the message of a push (the
 * same, a single shipment, or a list of either) and the error document, which is the answer for an unknown
 * number.
 */
export const decode: Decode = (payload, context) => {
  const decoding = new Decoding(context);
  const read = readJson(payload.body);
  if (read.ok) decodeDocument(read.value, { decoding, context });
  else decoding.problem(read.problem.kind, read.problem.detail, read.problem.pointer);
  return decoding.result();
};

interface Reading {
  decoding: Decoding;
  context: DecodeContext;
}

function decodeDocument(document: unknown, reading: Reading): void {
  const found: Found[] = [];
  collect(document, '', found);
  if (found.length > 0) decodeShipments(found, reading);
  else if (isObject(document) && !('shipments' in document)) decodeOther(document, reading);
  else decodeNothingFound(reading);
}

interface Found {
  element: unknown;
  pointer: string;
}

/** Finds the shipments and their pointers in the document. */
function collect(value: unknown, pointer: string, found: Found[]): void {
  if (Array.isArray(value)) {
    // A list of messages; DHL sends no nested lists.
    for (const [index, element] of value.entries()) {
      if (isObject(element)) collect(element, `${pointer}/${index}`, found);
    }
    return;
  }
  if (!isObject(value)) return;
  const { shipments } = value;
  if (Array.isArray(shipments)) {
    for (const [index, element] of shipments.entries())
      found.push({ element, pointer: `${pointer}/shipments/${index}` });
  } else if (isObject(shipments)) found.push({ element: shipments, pointer: `${pointer}/shipments` });
  else if (isShipment(value)) found.push({ element: value, pointer });
}

/** A receipt has an id too; only a shipment has events or a status that is an object. */
function isShipment(value: Record<string, unknown>): boolean {
  return Array.isArray(value.events) || isObject(value.status);
}

function decodeShipments(found: readonly Found[], reading: Reading): void {
  const read = found.flatMap(({ element, pointer }) => {
    const source = readShipment(element);
    if (source !== undefined) return [{ source, pointer }];
    reading.decoding.problem('unreadable_event', 'The shipment is not an object.', pointer);
    return [];
  });
  const numbered: NumberedShipment[] = [];
  for (const { source, pointer } of read) {
    const trackingNumber = numberOf(source, read.length, reading.context);
    if (trackingNumber !== undefined) numbered.push({ source, pointer, trackingNumber });
    else reading.decoding.problem('unknown_carrier_number', 'The shipment has no id.', pointer);
  }
  for (const shipment of withoutSameNumberElsewhere(numbered, reading.decoding))
    decodeShipment(shipment, reading.decoding);
}

/**
 * A poll requests one number, which DHL finds as shipment number, piece or reference, with or without
 * leading zeros.
 */
function numberOf(source: DhlShipment, count: number, { askedFor }: DecodeContext): string | undefined {
  const [asked] = askedFor ?? [];
  if (asked === undefined || askedFor?.length !== 1) return source.id;
  if (count === 1 || withoutZeros(source.id) === withoutZeros(asked)) return asked;
  return source.id;
}

function withoutZeros(number: string | undefined): string | undefined {
  return number?.replace(/^0+/, '');
}

/**
 * Divisions assign numbers independently, so one number may belong to two parcels. Shipments of one number
 * to different countries are not mixed: the one with the newer status is kept.
 */
function withoutSameNumberElsewhere(
  numbered: readonly NumberedShipment[],
  decoding: Decoding,
): readonly NumberedShipment[] {
  if (numbered.length < 2) return numbered;
  const kept = new Map<string, NumberedShipment[]>();
  const newestFirst = [...numbered].sort((left, right) => (clockOf(left) < clockOf(right) ? 1 : -1));
  for (const candidate of newestFirst) {
    const same = kept.get(candidate.trackingNumber) ?? [];
    const clash = same.find((other) => goesElsewhere(candidate.source, other.source));
    if (clash === undefined) kept.set(candidate.trackingNumber, [...same, candidate]);
    else {
      const detail = `The number is also that of a ${candidate.source.service ?? 'second'} shipment to another country, which was left out.`;
      decoding.problem('partial_answer', detail, candidate.pointer);
    }
  }
  const all = new Set([...kept.values()].flat());
  return numbered.filter((shipment) => all.has(shipment));
}

function clockOf({ source }: NumberedShipment): string {
  return source.status?.timestamp ?? '';
}

function goesElsewhere(left: DhlShipment, right: DhlShipment): boolean {
  const leftCountry = left.destination?.address?.countryCode;
  const rightCountry = right.destination?.address?.countryCode;
  return leftCountry !== undefined && rightCountry !== undefined && leftCountry !== rightCountry;
}

function decodeOther(document: Record<string, unknown>, reading: Reading): void {
  const { decoding, context } = reading;
  const error = readProblem(document);
  const isError = error?.title !== undefined || error?.detail !== undefined;
  if (error === undefined || !isError) {
    decoding.problem('not_tracking', 'The message contains no shipment.', '');
    return;
  }
  const number = numberOfError(error.instance, context);
  if (error.status === '404' && number !== undefined) {
    decoding.shipment(number).details({ answer: 'not_found' });
    return;
  }
  const message = [error.status, error.title, error.detail].filter((part) => part !== undefined).join(': ');
  decoding.problem('carrier_error', `DHL answered ${message.slice(0, 300)}`, '');
}

/** The error contains the number at the end of `instance`: `/shipment/8264715546`. */
function numberOfError(instance: string | undefined, { askedFor }: DecodeContext): string | undefined {
  const [asked] = askedFor ?? [];
  if (asked !== undefined) return askedFor?.length === 1 ? asked : undefined;
  return /\/shipments?\/([A-Za-z0-9-]{5,40})$/.exec(instance ?? '')?.[1];
}

function decodeNothingFound({ decoding, context }: Reading): void {
  const asked = context.askedFor ?? [];
  for (const number of asked) decoding.shipment(number).details({ answer: 'not_found' });
  if (asked.length === 0) decoding.problem('not_tracking', 'The message contains no shipment.', '');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
