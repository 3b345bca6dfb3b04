import { setTimeout } from 'node:timers/promises';
import type { PushRequest } from './dialect.ts';
import { faultRatesOf } from './faults/fault-rates.ts';
import { observableState, truthOf } from './journeys/truth.ts';
import { openPushClient } from './push/open-push-client.ts';
import { Pusher } from './push/pusher.ts';
import { ReportDispatcher } from './push/report-dispatcher.ts';
import { seededRandom } from './random.ts';
import type {
  ParcelTruth,
  ReplayedReport,
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

/**
 * Starts the carriers' APIs. The clock stands still until `start`, so that accounts and parcels can be
 * registered first.
 */
export async function startSimulation(options: SimulationOptions): Promise<Simulation> {
  const clock = new DeferredClock(options.clock);
  const world = new World(worldRequest(options, clock));
  const server = await startCarrierServer({
    dialects: options.carriers.map(({ dialect }) => dialect),
    worldOf: (carrier) => world.carrierWorld(carrier),
    port: options.port ?? 0,
  });
  const client = openPushClient({ connectionsMax: pushLimits.concurrencyMax, timeOutMs: pushTimeOutMs });
  const pusher = new Pusher(
    {
      post: client.post,
      sleep: (ms, signal) => setTimeout(ms, undefined, { signal }),
      now: () => performance.now(),
      random: seededRandom(options.seed),
    },
    pushLimits,
  );
  const hookUrls = Object.fromEntries(
    options.carriers.flatMap(({ dialect, hookUrl }) =>
      hookUrl === undefined ? [] : [[dialect.carrier, hookUrl]],
    ),
  );
  const { seed, carriers } = options;
  const dispatcher = new ReportDispatcher({ world, clock, pusher, seed, carriers, hookUrls });
  const finished = Promise.withResolvers<void>();
  return {
    baseUrls: server.baseUrls,
    parcels: () => parcelsOf(world),
    labels: () => labelsOf(world),
    parcel: (carrier, trackingNumber) => parcelIn(world, carrier, trackingNumber),
    replay: (until) => replayIn(world, dispatcher, until),
    history: (carrier, trackingNumber) => historyIn(world, carrier, trackingNumber),
    start(more = {}) {
      Object.assign(hookUrls, more);
      clock.start();
      dispatcher.run().then(finished.resolve, finished.reject);
    },
    now: () => clock.now(),
    setFaults: (carrier, faults) => world.setFaults(carrier, faults),
    progress: () => ({
      now: clock.now(),
      reportCount: dispatcher.reportCount,
      unfinished: world.unfinished,
      pushes: pusher.counts(),
    }),
    truth: (carrier, trackingNumber) => truthIn(world, carrier, trackingNumber),
    finished: () => finished.promise,
    async stop() {
      dispatcher.stop();
      finished.resolve();
      await pusher.stop();
      await client.close();
      await server.close();
    },
  };
}

function worldRequest(
  options: SimulationOptions,
  clock: SimulatedClock,
): ConstructorParameters<typeof World>[0] {
  const { seed, labels } = options;
  const faultRates = faultRatesOf(options.faultRates);
  const carriers = options.carriers.map(({ dialect, credentials, parcels, ...carrier }) => ({
    seed,
    dialect,
    credentials,
    parcels,
    faultRates,
    ...labels,
    callsPerSecondMax: carrier.callsPerSecondMax ?? null,
    ...(carrier.sameDay === undefined ? {} : { sameDay: carrier.sameDay }),
    reportedUntil: carrier.reportedUntil ?? options.reportedUntil ?? Number.NEGATIVE_INFINITY,
  }));
  return { carriers, now: () => clock.now(), realNow: () => Date.now() };
}

function* parcelsOf(world: World): Generator<SimulatedParcel> {
  for (const { plan } of world.feeds) {
    for (let index = 0; index < plan.size; index++) yield parcelAt(plan, index);
  }
}

function parcelAt(plan: CarrierPlan, index: number): SimulatedParcel {
  const { parcel, kind } = plan.plan(index);
  return { ...parcel, kind, labelAt: plan.labelAt(index) };
}

function parcelIn(world: World, carrier: string, trackingNumber: string): SimulatedParcel {
  const { plan } = world.feed(carrier);
  return parcelAt(plan, indexIn(plan, trackingNumber));
}

function indexIn(plan: CarrierPlan, trackingNumber: string): number {
  const index = plan.indexOf(trackingNumber);
  if (index === null)
    throw new RangeError(`${plan.request.dialect.carrier} has no parcel ${trackingNumber}.`);
  return index;
}

function labelsOf(world: World): SimulatedLabel[] {
  const labels = world.feeds.flatMap(({ carrier, plan }) =>
    Array.from({ length: plan.size }, (_, index) => ({
      carrier,
      trackingNumber: plan.numberAt(index),
      labelAt: plan.labelAt(index),
      sameDay: plan.sameDaySerial(index),
    })),
  );
  return labels.sort((left, right) => left.labelAt - right.labelAt);
}

function* replayIn(world: World, dispatcher: ReportDispatcher, until: number): Generator<ReplayedReport> {
  for (let reported = world.takeNext(until); reported !== null; reported = world.takeNext(until)) {
    const { carrier, parcel, report } = reported;
    const rendered = reported;
    const pushes = () => dispatcher.render(rendered);
    yield { carrier, trackingNumber: parcel.trackingNumber, at: report.at, pushes };
  }
}

function historyIn(world: World, carrier: string, trackingNumber: string): PushRequest[] | null {
  const feed = world.feed(carrier);
  const { dialect, credentials } = feed.plan.request;
  const reported = feed.reportedEvents(trackingNumber);
  const parcel = feed.parcel(trackingNumber);
  return dialect.push && parcel && reported.length > 0 ? dialect.push(parcel, reported, credentials) : null;
}

function truthIn(world: World, carrier: string, trackingNumber: string): ParcelTruth {
  const feed = world.feed(carrier);
  const { kind, events } = feed.plan.plan(indexIn(feed.plan, trackingNumber));
  const reported = feed.reportedEvents(trackingNumber);
  const { understoodAs } = feed.plan.request.dialect;
  return { kind, reported, observable: observableState(reported, understoodAs), end: truthOf(events) };
}

/** Shows its start time until it is started. */
class DeferredClock implements SimulatedClock {
  readonly #request: SimulationOptions['clock'];
  #running: SimulatedClock | null = null;

  constructor(request: SimulationOptions['clock']) {
    this.#request = request;
  }

  start(): void {
    this.#running ??= startClock({ ...this.#request, realNow: () => Date.now() });
  }

  now(): number {
    return this.#running?.now() ?? this.#request.startAt;
  }

  realMsUntil(at: number): number {
    return this.#running?.realMsUntil(at) ?? Number.POSITIVE_INFINITY;
  }
}
