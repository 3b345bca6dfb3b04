import type { Credentials, Dialect } from '../dialect.ts';
import type { FaultRates } from '../faults/fault-rates.ts';
import { type Interruptions, interruptionsOf } from '../faults/interruptions.ts';
import { type Journey, JourneyPlanner } from '../journeys/journey-planner.ts';
import { between, randomOf } from '../random.ts';
import { planReports, type Report } from './plan-reports.ts';

export interface CarrierPlanRequest {
  seed: number;
  dialect: Dialect;
  credentials: Credentials;
  parcels: number;
  faultRates: FaultRates;
  /** Labels are created between these, milliseconds since 1970 UTC. */
  from: number;
  to: number;
  /**
   * The time of the label that has this share (0 to 1) of all labels before it. Absent: a random time between
   * `from` and `to`.
   */
  spread?(share: number): number;
  sameDay?: SameDay;
}

/**
 * Additional parcels that are delivered within their town in about an hour. Their labels follow each other
 * evenly without end.
 */
export interface SameDay {
  /**
   * Start in milliseconds since 1970 UTC. Parcel n has its label in the nth interval of `everyMs` since then.
   */
  from: number;
  everyMs: number;
  /** The serial numbers to include. */
  serials: readonly number[];
}

/** The true events of one parcel, and every report of the carrier about it. */
export interface ParcelPlan extends Journey {
  reports: readonly Report[];
}

/** Number of cached plans; one takes about 3 kB. */
const plansMax = 1_000;

/**
 * The plans of a carrier's parcels. A plan is a pure function of the seed and the parcel's index, so none is
 * stored: it is created again when needed, and a hundred thousand parcels cost no more memory than their
 * numbers.
 */
export class CarrierPlan {
  readonly request: CarrierPlanRequest;
  readonly silence: Interruptions;
  readonly outage: Interruptions;
  readonly #planner: JourneyPlanner;
  readonly #numbers: string[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #plans = new Map<number, ParcelPlan>();

  constructor(request: CarrierPlanRequest) {
    this.request = request;
    const { seed, dialect, faultRates } = request;
    const interruptions = (kind: 'silence' | 'outage') =>
      interruptionsOf({ seed, carrier: dialect.carrier, kind, rate: faultRates[kind] });
    this.silence = interruptions('silence');
    this.outage = interruptions('outage');
    this.#planner = new JourneyPlanner(dialect);
    const size = request.parcels + (request.sameDay?.serials.length ?? 0);
    for (let index = 0; index < size; index++) this.#addNumber(index);
  }

  get size(): number {
    return this.#numbers.length;
  }

  /** Throws a RangeError beyond the last parcel. */
  numberAt(index: number): string {
    const trackingNumber = this.#numbers[index];
    if (trackingNumber === undefined) throw new RangeError(`There is no parcel ${index}.`);
    return trackingNumber;
  }

  /** Null when the carrier does not have the number. */
  indexOf(trackingNumber: string): number | null {
    return this.#indexes.get(trackingNumber) ?? null;
  }

  /** Serial number of a same-day parcel; null for the others, which come before them. */
  sameDaySerial(index: number): number | null {
    return this.request.sameDay?.serials[index - this.request.parcels] ?? null;
  }

  labelAt(index: number): number {
    const { from, to, parcels, sameDay } = this.request;
    const random = this.#random('label', index);
    const serial = this.sameDaySerial(index);
    if (sameDay && serial !== null) return Math.round(sameDay.from + (serial + random()) * sameDay.everyMs);
    if (this.request.spread) return Math.round(this.request.spread((index + random()) / parcels));
    return Math.round(between(random, from, to));
  }

  plan(index: number): ParcelPlan {
    const remembered = this.#plans.get(index);
    if (remembered) return remembered;
    const plan = this.#make(index);
    if (this.#plans.size >= plansMax) this.#plans.clear();
    this.#plans.set(index, plan);
    return plan;
  }

  #make(index: number): ParcelPlan {
    const trackingNumber = this.numberAt(index);
    const serial = this.sameDaySerial(index);
    const carrier = this.request.dialect.carrier.toUpperCase();
    const journey = this.#planner.plan({
      trackingNumber,
      reference: `${serial === null ? 'SO' : 'SD'}-${carrier}-${String((serial ?? index) + 1).padStart(6, '0')}`,
      labelAt: this.labelAt(index),
      random: this.#random('journey', index),
      ...(serial === null ? {} : { kind: 'same_day' }),
    });
    const { events } = journey;
    const { faultRates } = this.request;
    const random = this.#random('reports', index);
    return { ...journey, reports: planReports({ events, faultRates, silence: this.silence, random }) };
  }

  #addNumber(index: number): void {
    const random = this.#random('number', index);
    let number = this.request.dialect.newTrackingNumber(random);
    while (this.#indexes.has(number)) number = this.request.dialect.newTrackingNumber(random);
    this.#numbers.push(number);
    this.#indexes.set(number, index);
  }

  /** A same-day parcel depends on its serial number only, not on the other parcels. */
  #random(kind: string, index: number): () => number {
    const { seed, dialect } = this.request;
    const serial = this.sameDaySerial(index);
    return randomOf(seed, kind, dialect.carrier, serial === null ? index : `same day ${serial}`);
  }
}
