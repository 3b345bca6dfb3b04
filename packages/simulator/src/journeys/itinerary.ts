import { distanceKm, type SubStatus } from '@milepost/domain';
import type { JourneyEvent } from '../dialect.ts';
import { between, type Random } from '../random.ts';
import { closestSubStatus } from './closest-sub-status.ts';
import { hourMs, isLocalSunday, minuteMs, nextLocalHour, nextUnambiguousMinute } from './local-time.ts';
import type { Town } from './towns.ts';

/** A parcel goes by air beyond this distance. */
const roadKmMax = 1_500;
const lorryKmh = 68;
const planeKmh = 750;
const handlingHoursOfFlight = 6;

/**
 * Builds a journey step by step: the parcel has a place and a time, waits, travels, and gets events. Events
 * that the carrier cannot report are left out.
 */
export class Itinerary {
  readonly events: JourneyEvent[] = [];
  readonly #random: Random;
  readonly #subStatuses: ReadonlySet<SubStatus>;
  #at: number;
  #town: Town;

  constructor(start: { at: number; town: Town; subStatuses: ReadonlySet<SubStatus>; random: Random }) {
    this.#at = start.at;
    this.#town = start.town;
    this.#subStatuses = start.subStatuses;
    this.#random = start.random;
  }

  add(subStatus: SubStatus, more: { signedBy?: string } = {}): this {
    const reportable = closestSubStatus(subStatus, this.#subStatuses);
    if (reportable === null) return this;
    const { name, postcode, region, country, zone } = this.#town;
    const earliest = (this.events.at(-1)?.occurredAt ?? Number.NEGATIVE_INFINITY) + minuteMs;
    const occurredAt = nextUnambiguousMinute(Math.max(this.#at, earliest), zone);
    this.#at = occurredAt;
    this.events.push({
      subStatus: reportable,
      occurredAt,
      zone,
      place: region === undefined ? { name, postcode, country } : { name, postcode, region, country },
      sequence: this.events.length + 1,
      ...more,
    });
    return this;
  }

  wait(hoursMin: number, hoursMax: number): this {
    this.#at += Math.round(between(this.#random, hoursMin, hoursMax) * hourMs);
    return this;
  }

  /**
   * Waits until a random time between two hours of the local clock, today or tomorrow, but never on a Sunday.
   */
  waitUntil(hourMin: number, hourMax: number): this {
    const hour = between(this.#random, hourMin, hourMax);
    do this.#at = nextLocalHour(this.#at, this.#town.zone, hour);
    while (isLocalSunday(this.#at, this.#town.zone));
    return this;
  }

  travelTo(town: Town): this {
    const km = distanceKm(this.#town.point, town.point);
    const hours = km > roadKmMax ? km / planeKmh + handlingHoursOfFlight : km / lorryKmh + 0.4;
    this.#at += Math.round(hours * between(this.#random, 1, 1.25) * hourMs);
    this.#town = town;
    return this;
  }
}
