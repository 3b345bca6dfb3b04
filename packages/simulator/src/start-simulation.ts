import { setTimeout } from 'node:timers/promises';
import type { PushRequest } from './dialect.ts';
import { unrulinessOf } from './faults/fault-rates.ts';
import { knowableOf, truthOf } from './journeys/truth.ts';
import { openPost } from './push/open-push-client.ts';
import { Pusher } from './push/pusher.ts';
import { Storyteller } from './push/report-dispatcher.ts';
import { mulberry32 } from './random.ts';
import type {
  ParcelTruth,
  Recounted,
  SimulatedLabel,
  SimulatedParcel,
  Simulation,
  SimulationOptions,
} from './simulation.ts';
import { startCarrierServer } from './start-carrier-server.ts';
import type { CarrierPlan } from './world/carrier-plan.ts';
import { type SimulatedClock, startClock } from './world/clock.ts';
import { World } from './world/world.ts';

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
    labels: () => labelsOf(world),
    parcel: (carrier, trackingNumber) => parcelIn(world, carrier, trackingNumber),
    recount: (until) => recountIn(world, storyteller, until),
    history: (carrier, trackingNumber) => historyIn(world, carrier, trackingNumber),
    begin(more = {}) {
      Object.assign(hookUrls, more);
      clock.begin();
      storyteller.tell().then(finished.resolve, finished.reject);
    },
    now: () => clock.now(),
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
  const { seed, labels } = options;
  const unruliness = unrulinessOf(options.unruliness);
  const carriers = options.carriers.map(({ dialect, credentials, parcels, ...carrier }) => ({
    seed,
    dialect,
    credentials,
    parcels,
    unruliness,
    ...labels,
    callsPerSecondMax: carrier.callsPerSecondMax ?? null,
    ...(carrier.sameDay === undefined ? {} : { sameDay: carrier.sameDay }),
    toldUntil: carrier.toldUntil ?? options.toldUntil ?? Number.NEGATIVE_INFINITY,
  }));
  return { carriers, now: () => clock.now(), realNow: () => Date.now() };
}

function* parcelsOf(world: World): Generator<SimulatedParcel> {
  for (const { plan } of world.stories) {
    for (let index = 0; index < plan.size; index++) yield parcelAt(plan, index);
  }
}

function parcelAt(plan: CarrierPlan, index: number): SimulatedParcel {
  const { parcel, kind } = plan.plan(index);
  return { ...parcel, kind, labelAt: plan.labelAt(index) };
}

function parcelIn(world: World, carrier: string, trackingNumber: string): SimulatedParcel {
  const { plan } = world.story(carrier);
  return parcelAt(plan, indexIn(plan, trackingNumber));
}

function indexIn(plan: CarrierPlan, trackingNumber: string): number {
  const index = plan.indexOf(trackingNumber);
  if (index === null)
    throw new RangeError(`${trackingNumber} is no number of ${plan.request.dialect.carrier}.`);
  return index;
}

function labelsOf(world: World): SimulatedLabel[] {
  const labels = world.stories.flatMap(({ carrier, plan }) =>
    Array.from({ length: plan.size }, (_, index) => ({
      carrier,
      trackingNumber: plan.numberAt(index),
      labelAt: plan.labelAt(index),
      sameDay: plan.sameDaySerial(index),
    })),
  );
  return labels.sort((left, right) => left.labelAt - right.labelAt);
}

function* recountIn(world: World, storyteller: Storyteller, until: number): Generator<Recounted> {
  for (let told = world.tellNext(until); told !== null; told = world.tellNext(until)) {
    const { carrier, parcel, telling } = told;
    const rendered = told;
    const pushes = () => storyteller.render(rendered);
    yield { carrier, trackingNumber: parcel.trackingNumber, at: telling.at, pushes };
  }
}

function historyIn(world: World, carrier: string, trackingNumber: string): PushRequest[] | null {
  const story = world.story(carrier);
  const { dialect, credentials } = story.plan.request;
  const told = story.told(trackingNumber);
  const parcel = story.parcel(trackingNumber);
  return dialect.push && parcel && told.length > 0 ? dialect.push(parcel, told, credentials) : null;
}

function truthIn(world: World, carrier: string, trackingNumber: string): ParcelTruth {
  const story = world.story(carrier);
  const { kind, happenings } = story.plan.plan(indexIn(story.plan, trackingNumber));
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
