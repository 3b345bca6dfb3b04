import type { DemoFaultName } from '@milepost/contract';
import {
  dialectNames,
  faultRatePresets,
  loadDialect,
  type SimulatedCarrier,
  type Simulation,
  startSimulation,
} from '@milepost/simulator';
import type { IncomingMessage, Receipt } from '../ingestion/index.ts';
import { type DemoAccount, demoAccounts, pointTo } from './demo-accounts.ts';
import type { DemoBrand } from './demo-brands.ts';
import { demoFaults } from './demo-faults.ts';
import type { ClockedIntake, DemoInstallation } from './demo-installation.ts';
import type { DemoShop } from './demo-service.ts';
import { catchUpSpeed, clockStart, labelPlan, overlapMs, parcelsFor, sameDayPlan } from './demo-times.ts';
import { fillPast } from './fill-past.ts';
import { LabelRegistrar } from './register-labels.ts';
import { newestRegistration, restPolls, spreadPolls } from './store/demo-accounts.ts';
import { forgetEnded } from './store/demo-retention.ts';

export interface DemoBrandSimulatorOptions {
  workspaceId: string;
  /** When the workspace was created, milliseconds since 1970 UTC. */
  createdAt: number;
  brand: DemoBrand;
  /** Share of the brand's shipments to simulate; 1 is all. */
  scale: number;
  now(): number;
  /** Called for errors after which the next run may succeed. */
  onFailure(error: unknown): void;
}

/** Polls are paused while the past is replayed. If the process crashes, the pause expires by itself. */
const pollPauseWhileFillingMs = 120_000;
/** The first polls are spread over this time to avoid a burst. */
const firstPollsWithinMs = 45_000;
/** Shops register a parcel shortly before its carrier reports the first event. */
const registeredAheadMs = 10 * 60_000;
const registerEveryMs = 1_000;
const forgetEveryMs = 20_000;
/** No random outages: only the switch causes them, because one could start while the past is replayed. */
const faultRates = { ...faultRatePresets.normal, outage: 0 };

/** One shop of the demo: its simulated carriers, its shipments and its simulated faults. */
export class DemoBrandSimulator implements DemoShop {
  readonly workspaceId: string;
  readonly intake: ClockedIntake;
  readonly #options: DemoBrandSimulatorOptions;
  readonly #installation: DemoInstallation;
  readonly #simulation: Simulation;
  readonly #accounts: ReadonlyMap<string, DemoAccount>;
  readonly #times: { startAt: number; singlyFrom: number };
  readonly #registrar: LabelRegistrar;
  readonly #stopping: AbortController;
  readonly #replayed = new Set<string>();
  readonly #faults = new Set<DemoFaultName>();
  /** The time of the event being replayed from the past; null once the simulated clock runs. */
  #replayAt: number | null;
  /** The periodic work of the shop, which runs sequentially. */
  #working: Promise<unknown> = Promise.resolve();
  #filling: Promise<void> = Promise.resolve();
  #timers: NodeJS.Timeout[] = [];

  private constructor(installation: DemoInstallation, options: DemoBrandSimulatorOptions, parts: Parts) {
    this.workspaceId = options.workspaceId;
    this.#installation = installation;
    this.#options = options;
    this.#simulation = parts.simulation;
    this.#accounts = parts.accounts;
    this.#times = parts.times;
    this.#stopping = parts.stopping;
    this.#replayAt = parts.times.startAt;
    this.intake = installation.withClock(() =>
      Math.min(options.now(), this.#replayAt ?? this.#simulation.now()),
    );
    const { simulation, registeredUntil } = parts;
    this.#registrar = new LabelRegistrar({
      simulation,
      brand: options.brand,
      registeredUntil,
      signal: parts.stopping.signal,
      register: (inputs, at) => {
        if (this.#replayAt !== null) this.#replayAt = at;
        return this.intake.register(this.workspaceId, inputs);
      },
    });
  }

  static async open(
    installation: DemoInstallation,
    options: DemoBrandSimulatorOptions,
  ): Promise<DemoBrandSimulator> {
    return new DemoBrandSimulator(installation, options, await prepare(installation, options));
  }

  /** The current time of this shop, milliseconds since 1970 UTC; while the past is replayed, its end. */
  now(): number {
    return Math.min(this.#options.now(), this.#simulation.now());
  }

  get progress(): { done: number; total: number } {
    const total = this.#registrar.countUntil(this.#times.startAt);
    return { done: this.#replayAt === null ? total : Math.min(this.#replayed.size, total), total };
  }

  receive(message: IncomingMessage): Promise<Receipt> {
    return this.intake.receiver.receive(message);
  }

  isOn(fault: DemoFaultName): boolean {
    return this.#faults.has(fault);
  }

  fill(): Promise<void> {
    this.#filling = this.#fill();
    return this.#filling;
  }

  async #fill(): Promise<void> {
    const { database, carriers, callCarrier } = this.#installation;
    const { startAt, singlyFrom } = this.#times;
    await this.#registrar.registerUntil(startAt);
    await fillPast({
      simulation: this.#simulation,
      accounts: this.#accounts,
      carriers,
      workspaceId: this.workspaceId,
      http: callCarrier,
      singlyFrom,
      until: startAt,
      receive: (message, at) => {
        // The receiver reads the clock synchronously, so each message gets its own time.
        this.#replayAt = at;
        return this.intake.receiver.receive(message);
      },
      onReplayed: (numbers) => {
        for (const number of numbers) this.#replayed.add(number);
      },
      signal: this.#stopping.signal,
    });
    for (const { row } of this.#polledAccounts())
      await spreadPolls(
        database,
        { workspaceId: this.workspaceId, carrier: row.connector },
        firstPollsWithinMs,
      );
  }

  /** Starts the clock: carriers push to `url`, and the shop registers new shipments. */
  async start(url: string): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    this.#replayAt = null;
    for (const name of this.#faults) this.#apply(name, true);
    this.#simulation.start(
      Object.fromEntries(
        [...this.#accounts].map(([carrier, { row }]) => [carrier, `${url}/hooks/${row.hookToken}`]),
      ),
    );
    const { database } = this.#installation;
    this.#repeat(registerEveryMs, () => this.#registrar.registerUntil(this.now() + registeredAheadMs));
    this.#repeat(forgetEveryMs, () => forgetEnded(database, this.workspaceId, this.now()));
    await restPolls(database, this.workspaceId, 0);
  }

  #repeat(everyMs: number, work: () => Promise<unknown>): void {
    const run = (): void => {
      this.#working = this.#working
        .then(() => (this.#stopping.signal.aborted ? undefined : work()))
        .catch(this.#options.onFailure);
    };
    this.#timers.push(setInterval(run, everyMs));
  }

  async setFault(name: DemoFaultName, isOn: boolean): Promise<void> {
    if (isOn) this.#faults.add(name);
    else this.#faults.delete(name);
    // Faults do not apply while the past is replayed.
    if (this.#replayAt === null) this.#apply(name, isOn);
    // After an outage the accounts would otherwise keep waiting.
    if (!isOn && this.#replayAt === null) await restPolls(this.#installation.database, this.workspaceId, 0);
  }

  #apply(name: DemoFaultName, isOn: boolean): void {
    const { carriers, on, off } = demoFaults[name];
    for (const carrier of this.#accounts.keys())
      if (carriers === null || carriers.has(carrier)) this.#simulation.setFaults(carrier, isOn ? on : off);
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#stopping.abort();
    await this.#working;
    // Its failure is reported to the caller of fill().
    await this.#filling.catch(() => undefined);
    await this.#simulation.stop();
  }

  #polledAccounts(): DemoAccount[] {
    return [...this.#accounts.values()].filter(({ row }) => row.pollEnabled);
  }
}

interface Parts {
  simulation: Simulation;
  accounts: ReadonlyMap<string, DemoAccount>;
  times: { startAt: number; singlyFrom: number };
  registeredUntil: number | null;
  stopping: AbortController;
}

async function prepare(installation: DemoInstallation, options: DemoBrandSimulatorOptions): Promise<Parts> {
  const { database } = installation;
  const { workspaceId, brand, now } = options;
  const names = dialectNames().filter((name) => name in brand.shares);
  const found = await demoAccounts(installation, workspaceId, names);
  const received = [...found.values()].flatMap(({ row }) => row.lastReceivedAt ?? []);
  const receivedUntil = received.length === 0 ? null : Math.max(...received);
  const times = clockStart(now(), receivedUntil);
  const registeredUntil = await newestRegistration(database, workspaceId);
  const simulation = await simulate(options, found, { startAt: times.startAt, receivedUntil });
  try {
    const accounts = new Map<string, DemoAccount>();
    for (const [name, account] of found)
      accounts.set(name, await pointTo(installation, account, simulation.baseUrls[name] ?? ''));
    await restPolls(database, workspaceId, pollPauseWhileFillingMs);
    return { simulation, accounts, times, registeredUntil, stopping: new AbortController() };
  } catch (error) {
    await simulation.stop();
    throw error;
  }
}

async function simulate(
  { brand, scale, createdAt }: DemoBrandSimulatorOptions,
  accounts: ReadonlyMap<string, DemoAccount>,
  { startAt, receivedUntil }: { startAt: number; receivedUntil: number | null },
): Promise<Simulation> {
  // Same-day parcels need carriers that push: a polled one would report them too late.
  const pushing = [...accounts].flatMap(([name, { row }]) => (row.pollEnabled ? [] : [name]));
  const turns = pushing.length;
  const carriers = await Promise.all(
    [...accounts].map(async ([name, { row, credentials }]): Promise<SimulatedCarrier> => {
      const parcels = parcelsFor((brand.shares[name] ?? 0) * scale);
      const turn = pushing.indexOf(name);
      const sameDay = sameDayPlan({ createdAt, startAt, receivedUntil, scale, turn, turns });
      const dialect = await loadDialect(name);
      const carrier = { dialect, credentials, parcels, ...(turn < 0 ? {} : { sameDay }) };
      return row.lastReceivedAt === null
        ? carrier
        : { ...carrier, reportedUntil: row.lastReceivedAt - overlapMs };
    }),
  );
  return startSimulation({
    seed: brand.seed,
    carriers,
    faultRates,
    labels: labelPlan(createdAt),
    clock: { startAt, speed: catchUpSpeed },
  });
}
