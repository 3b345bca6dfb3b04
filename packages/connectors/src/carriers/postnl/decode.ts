import { type Decode, Decoding, readJson, type ShipmentDecoding } from '../../_kit/index.ts';
import { detailsOf } from './details.ts';
import {
  type Answer,
  type Item,
  itemsOf,
  readAnswer,
  readChange,
  readShipment,
  readWarning,
} from './payload.ts';
import { readPostnlTime } from './read-times.ts';
import { decodeScans, decodeStatusesLeft, statusRows } from './scans.ts';

/**
 * Answers of the Shipping Status API: one parcel (complete or current), the feed of changes, a signature, a
 * warning or an error.
 */
export const decode: Decode = (payload, context) => {
  const decoding = new Decoding(context);
  const json = readJson(payload.body);
  if (!json.ok) {
    const { kind, detail, pointer } = json.problem;
    decoding.problem(kind, detail, pointer);
    return decoding.result();
  }
  if (Array.isArray(json.value)) decodeChanges(decoding, json.value);
  else decodeAnswer(decoding, json.value, context.askedFor ?? []);
  return decoding.result();
};

function decodeAnswer(decoding: Decoding, value: unknown, askedFor: readonly string[]): void {
  const answer = readAnswer(value);
  const isKnown =
    answer !== undefined &&
    [decodeError, decodeShipments, decodeSignature, decodeWarnings]
      .map((part) => part(decoding, answer, askedFor))
      .some((isKnownPart) => isKnownPart);
  if (!isKnown)
    decoding.problem('unreadable_payload', 'The document is not an answer of the Shipping Status API.', '');
}

// ── errors and warnings ─────────────────────────────────────────

/** Each part returns whether it was present. */
type DecodePart = (decoding: Decoding, answer: Answer, askedFor: readonly string[]) => boolean;

const decodeError: DecodePart = (decoding, answer) => {
  if (answer.message !== undefined)
    decoding.problem('carrier_error', `PostNL answered: ${answer.message.slice(0, 200)}`, '/message');
  if (answer.fault !== undefined) {
    decoding.problem(
      'carrier_error',
      `PostNL answered: ${answer.fault.faultstring?.slice(0, 200) ?? 'a fault without text'}`,
      '/fault',
    );
  }
  return answer.message !== undefined || answer.fault !== undefined;
};

const decodeWarnings: DecodePart = (decoding, answer, askedFor) => {
  const alone = answer.Message !== undefined && answer.Code !== undefined;
  const warnings = alone ? ([[answer, '']] as const) : itemsOf(answer.Warnings, '/Warnings');
  for (const item of warnings) decodeWarning(decoding, item, askedFor);
  return warnings.length > 0;
};

/**
 * An unknown parcel and a missing signature have the same code 2, so the message decides; it was never seen
 * in another language.
 */
function decodeWarning(decoding: Decoding, [value, pointer]: Item, askedFor: readonly string[]): void {
  const message = readWarning(value)?.Message ?? 'a warning without text';
  if (/^no signature found/i.test(message)) {
    decoding.problem('not_tracking', 'PostNL has no signature for this parcel.', pointer);
  } else if (/^no shipment found/i.test(message)) {
    const [number, ...others] = askedFor;
    if (number !== undefined && others.length === 0)
      decoding.shipment(number).details({ answer: 'not_found' });
    else
      decoding.problem(
        'unknown_carrier_number',
        'PostNL found no shipment and does not repeat the number.',
        pointer,
      );
  } else
    decoding.problem('carrier_error', `PostNL answered with a warning: ${message.slice(0, 200)}`, pointer);
}

const decodeSignature: DecodePart = (decoding, answer, askedFor) => {
  const signature = answer.Signature;
  if (signature === undefined) return false;
  const shipment = shipmentOf(decoding, signature.Barcode, askedFor, '/Signature');
  const deliveredAt = readPostnlTime(signature.SignatureDate ?? '');
  if (deliveredAt) shipment?.details({ deliveredAt });
  else decoding.problem('unreadable_time', 'The signature has no readable date.', '/Signature/SignatureDate');
  return true;
};

// ── parcels ─────────────────────────────────────────────────────

const decodeShipments: DecodePart = (decoding, answer, askedFor) => {
  for (const form of ['CompleteStatus', 'CurrentStatus'] as const) {
    const status = answer[form];
    if (status === undefined) continue;
    const shipments = itemsOf(status.Shipment, `/${form}/Shipment`);
    for (const item of shipments) decodeShipment(decoding, item, askedFor);
    // An unknown parcel has an empty status and a warning.
    if (shipments.length === 0 && itemsOf(answer.Warnings, '/Warnings').length === 0)
      decoding.problem('partial_answer', 'The status contains no shipment.', `/${form}`);
  }
  return answer.CompleteStatus !== undefined || answer.CurrentStatus !== undefined;
};

function decodeShipment(decoding: Decoding, [value, pointer]: Item, askedFor: readonly string[]): void {
  const source = readShipment(value);
  if (source === undefined) {
    decoding.problem('unreadable_payload', 'The shipment is not an object.', pointer);
    return;
  }
  const shipment = shipmentOf(decoding, source.Barcode, askedFor, pointer);
  if (!shipment) return;
  decodeScans({ decoding, shipment }, source, pointer);
  shipment.details({ answer: 'found', ...detailsOf(source, decoding, pointer) });
}

function shipmentOf(
  decoding: Decoding,
  barcode: string | undefined,
  askedFor: readonly string[],
  pointer: string,
): ShipmentDecoding | null {
  const number = barcode ?? (askedFor.length === 1 ? askedFor[0] : undefined);
  if (number !== undefined) return decoding.shipment(number);
  decoding.problem('unknown_carrier_number', 'The answer contains no barcode.', pointer);
  return null;
}

// ── the feed of changes ─────────────────────────────────────────

function decodeChanges(decoding: Decoding, changes: readonly unknown[]): void {
  if (changes.length === 0)
    decoding.problem('not_tracking', 'No parcel changed in the requested period.', '');
  changes.forEach((change, index) => {
    decodeChange(decoding, change, `/${index}`);
  });
}

function decodeChange(decoding: Decoding, value: unknown, pointer: string): void {
  const change = readChange(value);
  if (change === undefined) {
    decoding.problem('unreadable_event', 'The change is not an object.', pointer);
    return;
  }
  const shipment = shipmentOf(decoding, change.Barcode, [], pointer);
  if (!shipment) return;
  const rows = statusRows(decoding, itemsOf(change.Status, `${pointer}/Status`));
  decodeStatusesLeft({ decoding, shipment }, rows, new Set());
}
