import type { CarrierWorld } from '../dialect.ts';
import type { Faults } from '../faults/faults.ts';
import { callLimit } from './call-limit.ts';
import { CarrierStory, type Told } from './carrier-feed.ts';
import { CarrierPlan, type CarrierPlanRequest } from './carrier-plan.ts';

export interface WorldRequest {
  carriers: readonly CarrierOfWorld[];
  /** The simulated clock. */
  now(): number;
  realNow(): number;
}

export interface CarrierOfWorld extends CarrierPlanRequest {
  callsPerSecondMax: number | null;
  /** What was due by then counts as told; absent: nothing. */
  toldUntil?: number;
}

/** All carriers together: tells what is due in order of time, and answers for each carrier what it has told. */
export class World {
  readonly #stories: ReadonlyMap<string, CarrierStory>;
  readonly #request: WorldRequest;

  constructor(request: WorldRequest) {
    this.#request = request;
    const stories = request.carriers.map(
      (carrier) => new CarrierStory(new CarrierPlan(carrier), carrier.toldUntil),
    );
    this.#stories = new Map(stories.map((story) => [story.carrier, story]));
  }

  get stories(): CarrierStory[] {
    return [...this.#stories.values()];
  }

  /** Throws a RangeError for a carrier that is not part of the world. */
  story(carrier: string): CarrierStory {
    const story = this.#stories.get(carrier);
    if (!story) throw new RangeError(`The simulation has no carrier ${carrier}.`);
    return story;
  }

  /** When anybody may next have something to say; null when nobody ever will. */
  get next(): number | null {
    return this.#earliest()?.next ?? null;
  }

  /** Parcels of which something is still to be told. */
  get unfinished(): number {
    return this.stories.reduce((sum, story) => sum + story.unfinished, 0);
  }

  /** The next thing due at `now`, of whichever carrier; null when nothing is. */
  tellNext(now: number): Told | null {
    for (;;) {
      const story = this.#earliest();
      if (story?.next == null || story.next > now) return null;
      const told = story.tellNext(now);
      if (told) return told;
    }
  }

  setFaults(carrier: string, faults: Partial<Faults>): void {
    const story = this.story(carrier);
    story.faults = { ...story.faults, ...faults };
  }

  /** The world as a dialect may see it. */
  ofCarrier(carrier: string): CarrierWorld {
    const story = this.story(carrier);
    const request = this.#request.carriers.find(({ dialect }) => dialect.carrier === carrier);
    const { now, realNow } = this.#request;
    return {
      credentials: story.plan.request.credentials,
      parcel: (trackingNumber) => story.parcel(trackingNumber),
      told: (trackingNumber) => story.told(trackingNumber),
      changedBetween: (from, to) => story.changedBetween(from, to),
      admit: callLimit(request?.callsPerSecondMax ?? null, realNow),
      outage: () => story.faults.outage || story.plan.outage.isOn(now()),
      now,
    };
  }

  #earliest(): CarrierStory | null {
    let earliest: CarrierStory | null = null;
    for (const story of this.#stories.values()) {
      if (story.next === null) continue;
      if (earliest?.next == null || story.next < earliest.next) earliest = story;
    }
    return earliest;
  }
}
