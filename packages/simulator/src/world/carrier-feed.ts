import type { JourneyEvent, Parcel } from '../dialect.ts';
import { type Faults, noFaults } from '../faults/faults.ts';
import type { CarrierPlan } from './carrier-plan.ts';
import { ChangeLog } from './change-log.ts';
import type { Report } from './plan-reports.ts';
import { Schedule } from './schedule.ts';

/** A report that is due now. */
export interface CarrierReport {
  carrier: string;
  parcel: Parcel;
  report: Report;
}

/**
 * How far a carrier has come with its planned reports. The schedule has one entry per parcel: its next
 * report. While a carrier is silent its reports wait; afterwards all of them are due at once.
 */
export class CarrierFeed {
  readonly plan: CarrierPlan;
  readonly changes = new ChangeLog();
  faults: Faults = noFaults;
  readonly #schedule = new Schedule();
  /** For each parcel, how many of its reports were taken. */
  readonly #reportedCounts: Uint16Array;
  /** Content faults by parcel and position in the journey. A carrier never corrects them. */
  readonly #contentFaults = new Map<number, Map<number, Partial<JourneyEvent>>>();

  /** What was due by `reportedUntil` counts as reported, so that a simulation can continue an earlier one. */
  constructor(plan: CarrierPlan, reportedUntil = Number.NEGATIVE_INFINITY) {
    this.plan = plan;
    this.#reportedCounts = new Uint16Array(plan.size);
    for (let index = 0; index < plan.size; index++) this.#scheduleParcel(index, reportedUntil);
  }

  get carrier(): string {
    return this.plan.request.dialect.carrier;
  }

  /** When the next report may be due; null when none is left or the carrier is silent. */
  get next(): number | null {
    return this.faults.silent ? null : this.#schedule.next;
  }

  /** Parcels with reports left. */
  get unfinished(): number {
    return this.#schedule.size;
  }

  /**
   * Takes the next due report. Null when none is due, or when the parcel whose label was due has no report
   * yet; `next` then returns the time of the next one.
   */
  takeNext(now: number): CarrierReport | null {
    const due = this.next;
    const index = this.faults.silent ? null : this.#schedule.takeDue(now);
    if (index === null || due === null) return null;
    const report = this.#takeNextOf(index, { due, now });
    return report && { carrier: this.carrier, parcel: this.plan.plan(index).parcel, report };
  }

  /** Null when the carrier has not reported it yet or does not have the number. */
  parcel(trackingNumber: string): Parcel | null {
    const index = this.plan.indexOf(trackingNumber);
    if (index === null || this.#reportedCounts[index] === 0) return null;
    return this.plan.plan(index).parcel;
  }

  /** What a poll returns now, oldest first. */
  reportedEvents(trackingNumber: string): readonly JourneyEvent[] {
    const index = this.plan.indexOf(trackingNumber);
    if (index === null) return [];
    const { reports } = this.plan.plan(index);
    const first = reports.slice(0, this.#reportedCounts[index]).filter(({ kind }) => kind === 'first');
    const reported = first.map(({ event }) => this.#asReported(index, event));
    return reported.sort((left, right) => left.sequence - right.sequence);
  }

  changedBetween(from: number, to: number): Parcel[] {
    return this.changes.between(from, to).map((index) => this.plan.plan(index).parcel);
  }

  #scheduleParcel(index: number, reportedUntil: number): void {
    const labelAt = this.plan.labelAt(index);
    if (labelAt > reportedUntil) {
      this.#schedule.add(labelAt, index);
      return;
    }
    const { reports } = this.plan.plan(index);
    const waiting = reports.findIndex(({ at }) => at > reportedUntil);
    this.#reportedCounts[index] = waiting < 0 ? reports.length : waiting;
    const following = reports[waiting];
    if (following) this.#schedule.add(following.at, index);
  }

  #takeNextOf(index: number, { due, now }: { due: number; now: number }): Report | null {
    const { reports } = this.plan.plan(index);
    const count = this.#reportedCounts[index] ?? 0;
    const report = reports[count];
    if (!report) return null;
    // A parcel is first scheduled at its label, which needs no plan. It then moves to its first report, so
    // that all reports stay in order.
    if (report.at > due) {
      this.#schedule.add(report.at, index);
      return null;
    }
    this.#reportedCounts[index] = count + 1;
    const following = reports[count + 1];
    if (following) this.#schedule.add(following.at, index);
    if (report.kind === 'first') this.#recordReport(index, report, now);
    return { ...report, event: this.#asReported(index, report.event) };
  }

  #recordReport(index: number, report: Report, now: number): void {
    this.changes.add(now, index);
    const contentFaults = this.#corrupt(index, report.event);
    if (Object.keys(contentFaults).length === 0) return;
    const ofParcel = this.#contentFaults.get(index) ?? new Map<number, Partial<JourneyEvent>>();
    ofParcel.set(report.event.sequence, contentFaults);
    this.#contentFaults.set(index, ofParcel);
  }

  /** The content faults of the current fault switches. */
  #corrupt(index: number, { sequence }: JourneyEvent): Partial<JourneyEvent> {
    const { clockErrorMinutes, unknownCodes } = this.faults;
    return {
      ...(clockErrorMinutes === 0 ? {} : { clockErrorMinutes }),
      // Only five different codes, as when a carrier introduces new ones.
      ...(unknownCodes && (index + sequence) % 2 === 0 ? { garbledCode: `ZQ${90 + (sequence % 5)}` } : {}),
    };
  }

  #asReported(index: number, event: JourneyEvent): JourneyEvent {
    return { ...event, ...this.#contentFaults.get(index)?.get(event.sequence) };
  }
}
