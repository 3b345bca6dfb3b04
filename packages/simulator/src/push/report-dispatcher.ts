import { setImmediate, setTimeout } from 'node:timers/promises';
import type { PushRequest } from '../dialect.ts';
import type { SimulatedCarrier } from '../simulation.ts';
import type { CarrierReport } from '../world/carrier-feed.ts';
import type { SimulatedClock } from '../world/clock.ts';
import type { World } from '../world/world.ts';
import type { Pusher } from './pusher.ts';
import { renderPushes } from './render-pushes.ts';

export interface ReportDispatcherOptions {
  world: World;
  clock: SimulatedClock;
  pusher: Pusher;
  seed: number;
  carriers: readonly SimulatedCarrier[];
  /** Carrier → URL for its pushes. A carrier without one can only be polled. */
  hookUrls: Readonly<Record<string, string>>;
}

/** The longest sleep. A fault that is switched off may make many reports due at once. */
const sleepMsMax = 250;
/** Reports after which the event loop gets a turn when nothing else makes the loop wait. */
const turnLength = 64;

/** Follows the clock and pushes every report when it is due. */
export class ReportDispatcher {
  readonly #options: ReportDispatcherOptions;
  readonly #stopping = new AbortController();
  readonly #carriers: ReadonlyMap<string, SimulatedCarrier>;
  #reportCount = 0;

  constructor(options: ReportDispatcherOptions) {
    this.#options = options;
    this.#carriers = new Map(options.carriers.map((carrier) => [carrier.dialect.carrier, carrier]));
  }

  get reportCount(): number {
    return this.#reportCount;
  }

  /** Resolves when everything is reported and pushed, or after `stop`. */
  async run(): Promise<void> {
    const { world, clock, pusher } = this.#options;
    while (!this.#stopping.signal.aborted) {
      const reported = world.takeNext(clock.now());
      if (reported) await this.#push(reported);
      else if (world.unfinished === 0) break;
      else await this.#sleepUntil(world.next);
    }
    await pusher.drain();
  }

  stop(): void {
    this.#stopping.abort();
  }

  async #push(reported: CarrierReport): Promise<void> {
    this.#reportCount += 1;
    if (this.#reportCount % turnLength === 0) await setImmediate();
    const url = this.#options.hookUrls[reported.carrier];
    if (url === undefined) return;
    for (const push of this.render(reported)) await this.#options.pusher.offer({ url, ...push });
  }

  /** The requests that a report sends. */
  render(reported: CarrierReport): PushRequest[] {
    const { seed, world } = this.#options;
    const { faults } = world.feed(reported.carrier);
    return renderPushes(reported, this.#carrier(reported.carrier), { seed, faults });
  }

  #carrier(name: string): SimulatedCarrier {
    const carrier = this.#carriers.get(name);
    if (!carrier) throw new RangeError(`The simulation has no carrier ${name}.`);
    return carrier;
  }

  async #sleepUntil(next: number | null): Promise<void> {
    const ms = next === null ? sleepMsMax : Math.min(sleepMsMax, this.#options.clock.realMsUntil(next));
    // A sleep only rejects when it is aborted by `stop`.
    await setTimeout(Math.max(1, ms), undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}
