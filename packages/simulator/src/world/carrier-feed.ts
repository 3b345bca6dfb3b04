import type { Happening, Parcel } from '../dialect.ts';
import { type Faults, noFaults } from '../faults/faults.ts';
import type { CarrierPlan } from './carrier-plan.ts';
import { NewsLog } from './change-log.ts';
import type { Telling } from './plan-reports.ts';
import { Schedule } from './schedule.ts';

/** Something the carrier says now. */
export interface Told {
  carrier: string;
  parcel: Parcel;
  telling: Telling;
}

/**
 * How far a carrier has come in telling what it planned to tell. One entry of the schedule for each parcel: its next telling. A silent
 * carrier is not asked for its next telling, and when it speaks again everything that waited is due.
 */
export class CarrierStory {
  readonly plan: CarrierPlan;
  readonly news = new NewsLog();
  faults: Faults = noFaults;
  readonly #schedule = new Schedule();
  /** For each parcel, how many of its tellings are out. */
  readonly #toldCounts: Uint16Array;
  /** What faults spoiled: parcel → position in the journey → how it is told. A carrier never takes it back. */
  readonly #spoiled = new Map<number, Map<number, Partial<Happening>>>();

  /** What was due by `toldUntil` counts as told, so that a simulation can go on where an earlier one stopped. */
  constructor(plan: CarrierPlan, toldUntil = Number.NEGATIVE_INFINITY) {
    this.plan = plan;
    this.#toldCounts = new Uint16Array(plan.size);
    for (let index = 0; index < plan.size; index++) this.#begin(index, toldUntil);
  }

  get carrier(): string {
    return this.plan.request.dialect.carrier;
  }

  /** When the carrier may next have something to say; null when it never will, or is silent. */
  get next(): number | null {
    return this.faults.silent ? null : this.#schedule.next;
  }

  /** Parcels of which something is still to be told. */
  get unfinished(): number {
    return this.#schedule.size;
  }

  /**
   * Says the next thing that is due. Null when nothing is, or when the parcel whose label was due has nothing to tell yet; `next` then
   * says when there is more.
   */
  tellNext(now: number): Told | null {
    const due = this.next;
    const index = this.faults.silent ? null : this.#schedule.takeDue(now);
    if (index === null || due === null) return null;
    const telling = this.#tellNextOf(index, { due, now });
    return telling && { carrier: this.carrier, parcel: this.plan.plan(index).parcel, telling };
  }

  /** Null when the carrier has not yet said anything of it, or it is not its number. */
  parcel(trackingNumber: string): Parcel | null {
    const index = this.plan.indexOf(trackingNumber);
    if (index === null || this.#toldCounts[index] === 0) return null;
    return this.plan.plan(index).parcel;
  }

  /** What whoever asks now is told, oldest first. */
  told(trackingNumber: string): readonly Happening[] {
    const index = this.plan.indexOf(trackingNumber);
    if (index === null) return [];
    const { tellings } = this.plan.plan(index);
    const first = tellings.slice(0, this.#toldCounts[index]).filter(({ kind }) => kind === 'first');
    const told = first.map(({ happening }) => this.#asTold(index, happening));
    return told.sort((left, right) => left.sequence - right.sequence);
  }

  changedBetween(from: number, to: number): Parcel[] {
    return this.news.between(from, to).map((index) => this.plan.plan(index).parcel);
  }

  #begin(index: number, toldUntil: number): void {
    const labelAt = this.plan.labelAt(index);
    if (labelAt > toldUntil) {
      this.#schedule.add(labelAt, index);
      return;
    }
    const { tellings } = this.plan.plan(index);
    const waiting = tellings.findIndex(({ at }) => at > toldUntil);
    this.#toldCounts[index] = waiting < 0 ? tellings.length : waiting;
    const following = tellings[waiting];
    if (following) this.#schedule.add(following.at, index);
  }

  #tellNextOf(index: number, { due, now }: { due: number; now: number }): Telling | null {
    const { tellings } = this.plan.plan(index);
    const count = this.#toldCounts[index] ?? 0;
    const telling = tellings[count];
    if (!telling) return null;
    // A parcel is first due at its label, without a look at its plan. It joins the queue with what it has to tell then, so that all is told in order.
    if (telling.at > due) {
      this.#schedule.add(telling.at, index);
      return null;
    }
    this.#toldCounts[index] = count + 1;
    const following = tellings[count + 1];
    if (following) this.#schedule.add(following.at, index);
    if (telling.kind === 'first') this.#note(index, telling, now);
    return { ...telling, happening: this.#asTold(index, telling.happening) };
  }

  #note(index: number, telling: Telling, now: number): void {
    this.news.add(now, index);
    const spoiled = this.#spoil(index, telling.happening);
    if (Object.keys(spoiled).length === 0) return;
    const ofParcel = this.#spoiled.get(index) ?? new Map<number, Partial<Happening>>();
    ofParcel.set(telling.happening.sequence, spoiled);
    this.#spoiled.set(index, ofParcel);
  }

  /** What the faults of this moment make of it. */
  #spoil(index: number, { sequence }: Happening): Partial<Happening> {
    const { clockErrorMinutes, unknownCodes } = this.faults;
    return {
      ...(clockErrorMinutes === 0 ? {} : { clockErrorMinutes }),
      // A handful of codes, as when a carrier brings in new ones.
      ...(unknownCodes && (index + sequence) % 2 === 0 ? { garbledCode: `ZQ${90 + (sequence % 5)}` } : {}),
    };
  }

  #asTold(index: number, happening: Happening): Happening {
    return { ...happening, ...this.#spoiled.get(index)?.get(happening.sequence) };
  }
}
