import { setTimeout } from 'node:timers/promises';
import { type SimulatedClock, startClock } from './clock.ts';
import { openPost } from './open-post.ts';
import { Pusher } from './pusher.ts';
import { mulberry32 } from './random.ts';
import type { ParcelTruth, SimulatedParcel, Simulation, SimulationOptions } from './simulation.ts';
import { startCarrierServer } from './start-carrier-server.ts';
import { Storyteller } from './storyteller.ts';
import { knowableOf, truthOf } from './truth.ts';
import { unrulinessOf } from './unruliness.ts';
import { World } from './world.ts';

const pushLimits = { concurrencyMax: 32, attemptsMax: 12 };
const pushTimeOutMs = 20_000;

/** Starts the carriers' APIs. Time stands still until `begin`, so that accounts and parcels can be registered first. */
export async function startSimulation(options: SimulationOptions): Promise<Simulation> {
  const clock = new WaitingClock(options.clock);
  const world = new World(worldRequest(options, clock));
  const server = await startCarrierServer({
    dialects: options.carriers.map(({ dialect }) => dialect),
    worldOf: (carrier) => world.ofCarrier(carrier),
    port: options.port ?? 0,
  });
  const wire = openPost({ connectionsMax: pushLimits.concurrencyMax, timeOutMs: pushTimeOutMs });
  const pusher = new Pusher(
    {
      post: wire.post,
      sleep: (ms, signal) => setTimeout(ms, undefined, { signal }),
      now: () => performance.now(),
      random: mulberry32(options.seed),
    },
    pushLimits,
  );
  const hookUrls = Object.fromEntries(
    options.carriers.flatMap(({ dialect, hookUrl }) =>
      hookUrl === undefined ? [] : [[dialect.carrier, hookUrl]],
    ),
  );
  const { seed, carriers } = options;
  const storyteller = new Storyteller({ world, clock, pusher, seed, carriers, hookUrls });
  const finished = Promise.withResolvers<void>();
  return {
    baseUrls: server.baseUrls,
    parcels: () => parcelsOf(world),
    begin(more = {}) {
      Object.assign(hookUrls, more);
      clock.begin();
      storyteller.tell().then(finished.resolve, finished.reject);
    },
    setFaults: (carrier, faults) => world.setFaults(carrier, faults),
    progress: () => ({
      now: clock.now(),
      told: storyteller.told,
      unfinished: world.unfinished,
      pushes: pusher.counts(),
    }),
    truth: (carrier, trackingNumber) => truthIn(world, carrier, trackingNumber),
    finished: () => finished.promise,
    async stop() {
      storyteller.stop();
      finished.resolve();
      await pusher.stop();
      await wire.close();
      await server.close();
    },
  };
}

function worldRequest(
  options: SimulationOptions,
  clock: SimulatedClock,
): ConstructorParameters<typeof World>[0] {
  const { seed, labels, toldUntil } = options;
  const unruliness = unrulinessOf(options.unruliness);
  const carriers = options.carriers.map(({ dialect, credentials, parcels, callsPerSecondMax }) => ({
    seed,
    dialect,
    credentials,
    parcels,
    unruliness,
    ...labels,
    callsPerSecondMax: callsPerSecondMax ?? null,
  }));
  const base = { carriers, now: () => clock.now(), realNow: () => Date.now() };
  return toldUntil === undefined ? base : { ...base, toldUntil };
}

function* parcelsOf(world: World): Generator<SimulatedParcel> {
  for (const { plan } of world.stories) {
    for (let index = 0; index < plan.size; index++) {
      const { parcel, kind } = plan.plan(index);
      yield { ...parcel, kind, labelAt: plan.labelAt(index) };
    }
  }
}

function truthIn(world: World, carrier: string, trackingNumber: string): ParcelTruth {
  const story = world.story(carrier);
  const index = story.plan.indexOf(trackingNumber);
  if (index === null) throw new RangeError(`${trackingNumber} is no number of ${carrier}.`);
  const { kind, happenings } = story.plan.plan(index);
  const told = story.told(trackingNumber);
  const { understoodAs } = story.plan.request.dialect;
  return { kind, told, knowable: knowableOf(told, understoodAs), end: truthOf(happenings) };
}

/** Stands at its start until it is told to begin. */
class WaitingClock implements SimulatedClock {
  readonly #request: SimulationOptions['clock'];
  #running: SimulatedClock | null = null;

  constructor(request: SimulationOptions['clock']) {
    this.#request = request;
  }

  begin(): void {
    this.#running ??= startClock({ ...this.#request, realNow: () => Date.now() });
  }

  now(): number {
    return this.#running?.now() ?? this.#request.startAt;
  }

  realMsUntil(at: number): number {
    return this.#running?.realMsUntil(at) ?? Number.POSITIVE_INFINITY;
  }
}
