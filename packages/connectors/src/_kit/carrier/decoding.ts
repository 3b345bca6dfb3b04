import {
  type Classifier,
  clockFactor,
  confidenceOf,
  type EventFact,
  type EventTime,
  type Fact,
  implausibilitiesOf,
  mappingFactor,
  milestoneOf,
  type Origin,
  type Place,
  type PlaceText,
  type Problem,
  placeFactor,
  plausibilityFactor,
  type ShipmentDetails,
  wallMsOf,
} from '@milepost/domain';
import { type DecodeContext, type Decoded, type DecodedShipment, emptyDecoded } from '../decoded.ts';
import { type CodeFate, isIgnored, type MappedCode } from './code-table.ts';

/**
 * Collects the content of one message. A decoder reads its payload and reports what it finds; this builder
 * makes facts of it, resolves every code, rates the confidence of every fact, and keeps problems beside
 * them.
 */
export class Decoding {
  readonly #context: DecodeContext;
  readonly #origin: Origin;
  readonly #sourceTrust: number;
  readonly #shipments = new Map<string, DecodedShipment>();
  readonly #problems: Problem[] = [];

  constructor(context: DecodeContext, origin: 'carrier' | 'aggregator' = 'carrier') {
    this.#context = context;
    this.#origin = origin;
    this.#sourceTrust = origin === 'carrier' ? 1 : 0.9;
  }

  problem(kind: Problem['kind'], detail: string, pointer: string, code?: string): void {
    this.#problems.push(code === undefined ? { kind, detail, pointer } : { kind, detail, pointer, code });
  }

  /** The parcel with this number. The same number returns the same parcel. */
  shipment(trackingNumber: string): ShipmentDecoding {
    let shipment = this.#shipments.get(trackingNumber);
    if (!shipment) {
      shipment = { trackingNumber, facts: [] };
      this.#shipments.set(trackingNumber, shipment);
    }
    return new ShipmentDecoding(this, shipment.facts);
  }

  /** Adds coordinates, zone and country where the gazetteer knows the place; null when the text is empty. */
  place(text: PlaceText): Place | null {
    const isEmpty = !Object.values(text).some((part) => part !== undefined && part !== '');
    if (isEmpty) return null;
    return this.#context.gazetteer.find(text) ?? text;
  }

  result(): Decoded {
    return emptyDecoded({ shipments: [...this.#shipments.values()], problems: this.#problems });
  }

  /** Makes an event fact, or null when the code is ignored on purpose. Used through `shipment().event`. */
  event(seen: SeenEvent, pointer: string): EventFact | null {
    const fate = seen.fate;
    if (fate !== undefined && isIgnored(fate)) return null;
    if (fate === undefined) this.#reportUnknown(seen, pointer);
    const mapped: MappedCode = fate ?? { subStatus: 'unknown.unmapped', evidence: 'none' };
    return this.#fact(seen, mapped);
  }

  #reportUnknown(seen: SeenEvent, pointer: string): void {
    const code = [seen.code, seen.subCode].filter((part) => part != null && part !== '').join(' / ');
    const text = seen.text ? ` (“${seen.text.slice(0, 120)}”)` : '';
    this.problem('unknown_code', `The code ${code || 'of this event'} is in no table${text}.`, pointer, code);
  }

  #fact(seen: SeenEvent, mapped: MappedCode): EventFact {
    const milestone = milestoneOf(mapped.subStatus);
    const place = seen.place ?? null;
    const text = seen.text ?? null;
    const doubts = implausibilitiesOf(seen.time, milestone, text, this.#context.receivedAt);
    return {
      kind: 'event',
      time: seen.time,
      milestone,
      subStatus: mapped.subStatus,
      classifier: seen.classifier ?? 'actual',
      origin: this.#origin,
      reason: mapped.reason ?? null,
      party: mapped.party ?? null,
      code: seen.code ?? null,
      subCode: seen.subCode ?? null,
      text,
      place,
      carrierEventId: seen.carrierEventId ?? null,
      sequence: seen.sequence ?? null,
      signedBy: seen.signedBy ?? null,
      confidence: confidenceOf({
        mapping: mappingFactor(mapped.evidence),
        clock: clockFactor(seen.time),
        place: placeFactor(place),
        source: this.#sourceTrust,
        plausibility: plausibilityFactor(doubts),
      }),
    };
  }
}

/** One event as read from the payload. `fate` is undefined when the code is in no table. */
export interface SeenEvent {
  time: EventTime;
  fate: CodeFate | undefined;
  code?: string | null | undefined;
  subCode?: string | null | undefined;
  text?: string | null | undefined;
  place?: Place | null | undefined;
  classifier?: Classifier | undefined;
  carrierEventId?: string | null | undefined;
  sequence?: number | null | undefined;
  signedBy?: string | null | undefined;
}

export class ShipmentDecoding {
  readonly #decoding: Decoding;
  readonly #facts: Fact[];

  constructor(decoding: Decoding, facts: Fact[]) {
    this.#decoding = decoding;
    this.#facts = facts;
  }

  /** Adds an event; `pointer` is its position in the message. */
  event(seen: SeenEvent, pointer: string): void {
    const fact = this.#decoding.event(seen, pointer);
    if (fact) this.#facts.push(fact);
  }

  /**
   * Adds statements about the whole parcel. Call it once, after the events: its time is that of the newest
   * actual event. Empty details add nothing.
   */
  details(details: ShipmentDetails): void {
    if (Object.keys(details).length === 0) return;
    this.#facts.push({ kind: 'details', asOf: newestMoment(this.#facts), details });
  }
}

function newestMoment(facts: readonly Fact[]): number | null {
  let newest: number | null = null;
  for (const fact of facts) {
    if (fact.kind !== 'event' || fact.classifier !== 'actual') continue;
    const moment = fact.time.occurredAt ?? wallMsOf(fact.time);
    if (moment !== null && (newest === null || moment > newest)) newest = moment;
  }
  return newest;
}
