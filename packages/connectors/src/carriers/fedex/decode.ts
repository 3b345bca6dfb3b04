import type { CarrierAnswer } from '@milepost/domain';
import { type Decode, Decoding, readJson, type ShipmentDecoding } from '../../_kit/index.ts';
import { readLegacySoap } from './decode-legacy-soap.ts';
import { detailsOf } from './details.ts';
import { fateOf } from './fate.ts';
import { readError, readNumber, readResult, readRoot, readScan } from './payload.ts';
import { placeTextOf } from './places.ts';
import { type PlacedResult, resultsByUse, useOf } from './reused-numbers.ts';
import { readScanTime } from './times.ts';

/**
 * FedEx's answers and pushes → facts and problems. Polls and webhooks have the same shape; the retired SOAP
 * service is converted to it first:
 *
 *   answer ─ number ─ result (one per use of the number) ─ scan
 */
export const decode: Decode = (payload, context) => {
  const decoding = new Decoding(context);
  const isXml = payload.body.trimStart().startsWith('<');
  const read = isXml ? readLegacySoap(payload.body) : readJson(payload.body);
  if (!read.ok) {
    decoding.problem(read.problem.kind, read.problem.detail, read.problem.pointer);
    return decoding.result();
  }
  new DecodeTarget(decoding, isXml ? soapNames : jsonNames, context.askedFor ?? []).answer(read.value);
  return decoding.result();
};

/** Names of the parts in the message itself, for pointers. */
interface PartNames {
  numbers: string;
  results: string;
  scans: string;
  errors: string;
  resultError: string;
}

const jsonNames: PartNames = {
  numbers: '/output/completeTrackResults',
  results: 'trackResults',
  scans: 'scanEvents',
  errors: '/errors',
  resultError: 'error',
};

const soapNames: PartNames = {
  numbers: '/TrackReply/CompletedTrackDetails',
  results: 'TrackDetails',
  scans: 'Events',
  errors: '/TrackReply/Notifications',
  resultError: 'Notification',
};

/** Errors that are answers about the number. The short ones are those of the SOAP service. */
const answers: ReadonlyMap<string | undefined, CarrierAnswer> = new Map([
  ['TRACKING.TRACKINGNUMBER.NOTFOUND', 'not_found'],
  ['TRACKING.TRACKINGNUMBER.INVALID', 'invalid_number'],
  ['9040', 'not_found'],
]);

class DecodeTarget {
  readonly #decoding: Decoding;
  readonly #names: PartNames;
  readonly #askedFor: readonly string[];

  constructor(decoding: Decoding, names: PartNames, askedFor: readonly string[]) {
    this.#decoding = decoding;
    this.#names = names;
    this.#askedFor = askedFor;
  }

  answer(value: unknown): void {
    const root = readRoot(value);
    if (root === undefined) {
      this.#decoding.problem('unreadable_payload', 'The answer is not a JSON object.', '');
      return;
    }
    const { output, errors } = root;
    for (const [index, error] of errors.entries()) this.#error(error, `${this.#names.errors}/${index}`);
    const numbers = output?.completeTrackResults;
    if (Array.isArray(numbers)) this.#numbers(numbers);
    else if (errors.length === 0) this.#nothing(output !== undefined);
  }

  /** Receipts of the same interface (a subscription, a document) have a different `output`. */
  #nothing(hasOutput: boolean): void {
    const kind = hasOutput ? 'not_tracking' : 'unreadable_payload';
    this.#decoding.problem(kind, 'The message has no list output.completeTrackResults.', '');
  }

  #error(value: unknown, pointer: string): void {
    const { code, message } = readError(value) ?? {};
    const answer = answers.get(code);
    const [asked, ...others] = this.#askedFor;
    if (answer !== undefined && asked !== undefined && others.length === 0) {
      this.#decoding.shipment(asked).details({ answer });
    } else {
      this.#carrierError(code, message, pointer);
    }
  }

  #carrierError(code: string | undefined, message: string | undefined, pointer: string): void {
    const text = message?.slice(0, 200) ?? 'no text';
    this.#decoding.problem(
      'carrier_error',
      `FedEx answered ${code ?? 'an error without code'}: ${text}`,
      pointer,
    );
  }

  #numbers(numbers: readonly unknown[]): void {
    const answered = new Set<string>();
    numbers.forEach((value, index) => {
      const number = this.#number(value, `${this.#names.numbers}/${index}`);
      if (number !== null) answered.add(number);
    });
    const missing = this.#askedFor.filter((number) => !answered.has(number));
    if (missing.length > 0) {
      const detail = `The answer omits ${missing.join(', ')}.`;
      this.#decoding.problem('partial_answer', detail, this.#names.numbers);
    } else if (numbers.length === 0) {
      this.#decoding.problem('not_tracking', 'The list of results is empty.', this.#names.numbers);
    }
  }

  /** Returns the number, or null when there is none. */
  #number(value: unknown, pointer: string): string | null {
    const { trackingNumber, trackResults = [] } = readNumber(value) ?? {};
    const results: PlacedResult[] = [];
    trackResults.forEach((item, index) => {
      const result = readResult(item);
      const itemPointer = `${pointer}/${this.#names.results}/${index}`;
      if (result !== undefined) results.push({ result, pointer: itemPointer });
      else this.#decoding.problem('unreadable_payload', 'A result is not an object.', itemPointer);
    });
    const number = trackingNumber ?? results[0]?.result.trackingNumberInfo?.trackingNumber;
    if (number === undefined) {
      this.#decoding.problem('unknown_carrier_number', 'A result contains no tracking number.', pointer);
      return null;
    }
    if (trackResults.length === 0) {
      this.#decoding.problem('unreadable_payload', `The answer for ${number} contains no result.`, pointer);
    }
    this.#uses(results, number);
    return number;
  }

  #uses(results: readonly PlacedResult[], number: string): void {
    const { newest, older } = resultsByUse(results);
    const [first] = older;
    if (first !== undefined) {
      const uses = [...new Set(older.map(({ result }) => useOf(result) || 'a shipment without id'))].join(
        ', ',
      );
      const detail = `The number was used before; these shipments were left out: ${uses}.`;
      this.#decoding.problem('partial_answer', detail, first.pointer);
    }
    for (const placed of newest) this.#result(placed, number);
  }

  #result({ result, pointer }: PlacedResult, number: string): void {
    const { code, message } = result.error ?? {};
    const answer = answers.get(code);
    if (answer !== undefined) {
      this.#decoding.shipment(number).details({ answer });
      return;
    }
    const failed = code !== undefined || message !== undefined;
    if (failed) this.#carrierError(code, message, `${pointer}/${this.#names.resultError}`);
    const details = detailsOf(result, number, (text) => this.#decoding.place(text));
    if (result.scanEvents.length === 0 && Object.keys(details).length === 0) {
      if (!failed) this.#decoding.problem('unreadable_payload', `A result for ${number} is empty.`, pointer);
      return;
    }
    const shipment = this.#decoding.shipment(number);
    result.scanEvents.forEach((scan, index) => {
      this.#scan(scan, `${pointer}/${this.#names.scans}/${index}`, shipment);
    });
    shipment.details(details);
  }

  #scan(value: unknown, pointer: string, shipment: ShipmentDecoding): void {
    const scan = readScan(value);
    if (scan === undefined) {
      this.#decoding.problem('unreadable_event', 'A scan is not an object.', pointer);
      return;
    }
    const place = this.#decoding.place(placeTextOf(scan.scanLocation, scan.locationId));
    const time = scan.date === undefined ? null : readScanTime(scan.date, place);
    if (time === null) {
      const detail = `The time of a scan is unreadable: ${scan.date?.slice(0, 40) ?? 'it is missing'}.`;
      this.#decoding.problem('unreadable_time', detail, pointer);
      return;
    }
    const { eventType, derivedStatusCode, exceptionCode, eventDescription, exceptionDescription } = scan;
    const text = [eventDescription, exceptionDescription].filter((part) => part !== undefined).join(': ');
    const fate = fateOf(scan);
    const code = eventType ?? derivedStatusCode;
    shipment.event({ time, fate, code, subCode: exceptionCode, text: text || null, place }, pointer);
  }
}
