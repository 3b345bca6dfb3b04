import { type Decode, type DecodeContext, Decoding, readJson } from '../../_kit/index.ts';
import { decodeShipment, type Told } from './decode-shipment.ts';
import { readProblem, readShipment, type SaidShipment } from './payload.ts';

/**
 * Reads every form of the Unified API: the answer of the pull (`shipments[]`), the message of the push (the same, or one shipment by itself, or
 * a list of either) and the error document, which for an unknown number is an answer.
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

/** Finds the elements that are shipments, with their place in the document. */
function collect(value: unknown, pointer: string, found: Found[]): void {
  if (Array.isArray(value)) {
    // A list of messages; a list in a list is no form that DHL sends.
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

/** A receipt has an id too; only a shipment has events or a status that is more than a word. */
function isShipment(value: Record<string, unknown>): boolean {
  return Array.isArray(value.events) || isObject(value.status);
}

function decodeShipments(found: readonly Found[], reading: Reading): void {
  const read = found.flatMap(({ element, pointer }) => {
    const said = readShipment(element);
    if (said !== undefined) return [{ said, pointer }];
    reading.decoding.problem('unreadable_event', 'The shipment is no object.', pointer);
    return [];
  });
  const told: Told[] = [];
  for (const { said, pointer } of read) {
    const trackingNumber = numberOf(said, read.length, reading.context);
    if (trackingNumber !== undefined) told.push({ said, pointer, trackingNumber });
    else reading.decoding.problem('unknown_carrier_number', 'The shipment has no id.', pointer);
  }
  for (const one of withoutNamesakes(told, reading.decoding)) decodeShipment(one, reading.decoding);
}

/** One call asks for one number, and DHL finds it under its shipment number, a piece or a reference, with or without leading zeros. */
function numberOf(said: SaidShipment, count: number, { askedFor }: DecodeContext): string | undefined {
  const [asked] = askedFor ?? [];
  if (asked === undefined || askedFor?.length !== 1) return said.id;
  if (count === 1 || withoutZeros(said.id) === withoutZeros(asked)) return asked;
  return said.id;
}

function withoutZeros(number: string | undefined): string | undefined {
  return number?.replace(/^0+/, '');
}

/**
 * Divisions hand out numbers apart from each other, so one number may be two parcels. Two shipments of one number that go to different countries
 * are not one story: the one with the newer status is kept.
 */
function withoutNamesakes(told: readonly Told[], decoding: Decoding): readonly Told[] {
  if (told.length < 2) return told;
  const kept = new Map<string, Told[]>();
  const newestFirst = [...told].sort((left, right) => (clockOf(left) < clockOf(right) ? 1 : -1));
  for (const one of newestFirst) {
    const same = kept.get(one.trackingNumber) ?? [];
    const clash = same.find((other) => goesElsewhere(one.said, other.said));
    if (clash === undefined) kept.set(one.trackingNumber, [...same, one]);
    else {
      const detail = `The number is also that of a ${one.said.service ?? 'second'} shipment to another country, which was left out.`;
      decoding.problem('partial_answer', detail, one.pointer);
    }
  }
  const all = new Set([...kept.values()].flat());
  return told.filter((one) => all.has(one));
}

function clockOf({ said }: Told): string {
  return said.status?.timestamp ?? '';
}

function goesElsewhere(left: SaidShipment, right: SaidShipment): boolean {
  const one = left.destination?.address?.countryCode;
  const other = right.destination?.address?.countryCode;
  return one !== undefined && other !== undefined && one !== other;
}

function decodeOther(document: Record<string, unknown>, reading: Reading): void {
  const { decoding, context } = reading;
  const error = readProblem(document);
  const isError = error?.title !== undefined || error?.detail !== undefined;
  if (error === undefined || !isError) {
    decoding.problem('not_tracking', 'The message holds no shipment.', '');
    return;
  }
  const number = numberOfError(error.instance, context);
  if (error.status === '404' && number !== undefined) {
    decoding.shipment(number).details({ answer: 'not_found' });
    return;
  }
  const said = [error.status, error.title, error.detail].filter((part) => part !== undefined).join(': ');
  decoding.problem('carrier_error', `DHL answered ${said.slice(0, 300)}`, '');
}

/** The error names the number at the end of `instance`: `/shipment/8264715546`. */
function numberOfError(instance: string | undefined, { askedFor }: DecodeContext): string | undefined {
  const [asked] = askedFor ?? [];
  if (asked !== undefined) return askedFor?.length === 1 ? asked : undefined;
  return /\/shipments?\/([A-Za-z0-9-]{5,40})$/.exec(instance ?? '')?.[1];
}

function decodeNothingFound({ decoding, context }: Reading): void {
  const asked = context.askedFor ?? [];
  for (const number of asked) decoding.shipment(number).details({ answer: 'not_found' });
  if (asked.length === 0) decoding.problem('not_tracking', 'The message holds no shipment.', '');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
