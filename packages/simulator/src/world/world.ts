import type { CarrierWorld } from '../dialect.ts';
import type { Faults } from '../faults/faults.ts';
import { callLimit } from './call-limit.ts';
import { CarrierFeed, type CarrierReport } from './carrier-feed.ts';
import { CarrierPlan, type CarrierPlanRequest } from './carrier-plan.ts';

export interface WorldRequest {
  carriers: readonly WorldCarrier[];
  /** The simulated clock. */
  now(): number;
  realNow(): number;
}

export interface WorldCarrier extends CarrierPlanRequest {
  callsPerSecondMax: number | null;
  /** What was due by then counts as reported; absent: nothing. */
  reportedUntil?: number;
}

/** All carriers together: returns due reports in order of time, and gives each carrier's dialect its view. */
export class World {
  readonly #feeds: ReadonlyMap<string, CarrierFeed>;
  readonly #request: WorldRequest;

  constructor(request: WorldRequest) {
    this.#request = request;
    const feeds = request.carriers.map(
      (carrier) => new CarrierFeed(new CarrierPlan(carrier), carrier.reportedUntil),
    );
    this.#feeds = new Map(feeds.map((feed) => [feed.carrier, feed]));
  }

  get feeds(): CarrierFeed[] {
    return [...this.#feeds.values()];
  }

  /** Throws a RangeError for a carrier outside the world. */
  feed(carrier: string): CarrierFeed {
    const feed = this.#feeds.get(carrier);
    if (!feed) throw new RangeError(`The simulation has no carrier ${carrier}.`);
    return feed;
  }

  /** When the next report may be due; null when none is left. */
  get next(): number | null {
    return this.#earliest()?.next ?? null;
  }

  /** Parcels with reports left. */
  get unfinished(): number {
    return this.feeds.reduce((sum, feed) => sum + feed.unfinished, 0);
  }

  /** The next report due at `now`, of any carrier; null when none is due. */
  takeNext(now: number): CarrierReport | null {
    for (;;) {
      const feed = this.#earliest();
      if (feed?.next == null || feed.next > now) return null;
      const reported = feed.takeNext(now);
      if (reported) return reported;
    }
  }

  setFaults(carrier: string, faults: Partial<Faults>): void {
    const feed = this.feed(carrier);
    feed.faults = { ...feed.faults, ...faults };
  }

  /** The dialect's view of the world. */
  carrierWorld(carrier: string): CarrierWorld {
    const feed = this.feed(carrier);
    const request = this.#request.carriers.find(({ dialect }) => dialect.carrier === carrier);
    const { now, realNow } = this.#request;
    return {
      credentials: feed.plan.request.credentials,
      parcel: (trackingNumber) => feed.parcel(trackingNumber),
      reportedEvents: (trackingNumber) => feed.reportedEvents(trackingNumber),
      changedBetween: (from, to) => feed.changedBetween(from, to),
      admit: callLimit(request?.callsPerSecondMax ?? null, realNow),
      outage: () => feed.faults.outage || feed.plan.outage.isOn(now()),
      now,
    };
  }

  #earliest(): CarrierFeed | null {
    let earliest: CarrierFeed | null = null;
    for (const feed of this.#feeds.values()) {
      if (feed.next === null) continue;
      if (earliest?.next == null || feed.next < earliest.next) earliest = feed;
    }
    return earliest;
  }
}
