import { randomBytes } from 'node:crypto';
import { carriers } from '@milepost/connectors';
import {
  type Credentials,
  dialectNames,
  loadDialect,
  type SimulatedCarrier,
  type SimulatedParcel,
  type Simulation,
  startSimulation,
} from '@milepost/simulator';
import { v7 } from 'uuid';
import type { Application } from '../compose.ts';
import {
  addCarrierAccount,
  type CarrierAccountRow,
  listCarrierAccounts,
  sealingPlaceOf,
} from '../store/carrier-accounts.ts';
import { newestOccurrence, resealSettings } from '../store/demo-accounts.ts';

/**
 * A living example: simulated carriers that push to our hooks and answer our polls like real ones, for the shipments of a demo workspace. Nothing of it
 * takes a way that a real carrier would not take.
 */
export interface Demo {
  stop(): Promise<void>;
}

export interface DemoOptions {
  workspaceId: string;
  /** Where the simulated carriers reach us. */
  url: string;
  /** Registers shipments the way everybody does: through the API. */
  register(parcels: readonly SimulatedParcel[]): Promise<void>;
  now(): number;
}

/** How much faster than the clock the demo lives while it catches up with the present. */
export const demoSpeed = 60;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const seed = 20_260_301;
/** Parcels of each carrier. */
const shares: Readonly<Record<string, number>> = {
  postnl: 90,
  'dhl-unified': 80,
  fedex: 60,
  ups: 70,
  gls: 60,
  generic: 40,
};
const parcelsPerRequest = 200;

export async function openDemo(application: Application, options: DemoOptions): Promise<Demo> {
  const { database } = application;
  const names = dialectNames().filter((name) => name in shares);
  const accounts = await accountsOf(application, options.workspaceId, names);
  const toldUntil = await newestOccurrence(database, options.workspaceId);
  const simulation = await simulate(names, accounts, toldUntil, options);
  for (const account of accounts.values()) await pointTo(application, account, simulation.baseUrls);
  if (toldUntil === null) await registerAll(simulation, options);
  simulation.begin(hookUrls(accounts, options.url));
  return { stop: () => simulation.stop() };
}

interface DemoAccount {
  row: CarrierAccountRow;
  credentials: Credentials;
}

async function accountsOf(
  application: Application,
  workspaceId: string,
  names: readonly string[],
): Promise<Map<string, DemoAccount>> {
  const { database, secrets } = application;
  const existing = new Map(
    (await listCarrierAccounts(database, workspaceId)).map((row) => [row.carrier, row]),
  );
  const accounts = new Map<string, DemoAccount>();
  for (const name of names) {
    const row = existing.get(name);
    // Sealed by us as a flat object of texts; see AccountSettings.
    const credentials = row
      ? (secrets.open(row.settingsSealed, sealingPlaceOf(row.id)) as Credentials)
      : newCredentials(name);
    accounts.set(name, {
      row: row ?? (await makeAccount(application, workspaceId, name, credentials)),
      credentials,
    });
  }
  return accounts;
}

/** Every setting a carrier of the demo asks for, made up. */
function newCredentials(carrier: string): Credentials {
  const random = randomBytes(24).toString('base64');
  const token = random.replaceAll(/\W/g, 'x');
  const own =
    carrier === 'generic'
      ? { webhookSecret: `whsec_${random}` }
      : { webhookSecret: token, webhookToken: token };
  return {
    clientId: `demo-${carrier}`,
    clientSecret: token,
    apiKey: token,
    customerNumber: '11223344',
    ...own,
  };
}

async function makeAccount(
  application: Application,
  workspaceId: string,
  carrier: string,
  credentials: Credentials,
): Promise<CarrierAccountRow> {
  const id = v7();
  const manifest = carriers.find((one) => one.manifest.name === carrier)?.manifest;
  return addCarrierAccount(application.database, {
    id,
    workspaceId,
    carrier,
    name: `${manifest?.title ?? carrier} (simulated)`,
    hookToken: randomBytes(24).toString('base64url'),
    settingsSealed: application.secrets.seal(credentials, sealingPlaceOf(id)),
    // Who pushes is not polled as well; the demo shows both ways.
    pollEnabled: manifest?.kinds.includes('webhook') === false,
    adoptsUnknown: false,
  });
}

async function simulate(
  names: readonly string[],
  accounts: ReadonlyMap<string, DemoAccount>,
  toldUntil: number | null,
  options: DemoOptions,
): Promise<Simulation> {
  const carriersOfDemo = await Promise.all(
    names.map(
      async (name): Promise<SimulatedCarrier> => ({
        dialect: await loadDialect(name),
        credentials: accounts.get(name)?.credentials ?? {},
        parcels: shares[name] ?? 0,
      }),
    ),
  );
  // Labels keep to whole days, so that a restart within the day simulates the same parcels.
  const today = Math.floor(options.now() / dayMs) * dayMs;
  const startAt = toldUntil === null ? options.now() - 2 * dayMs : Math.min(toldUntil, options.now());
  return startSimulation({
    seed,
    carriers: carriersOfDemo,
    unruliness: 'normal',
    labels: { from: today - 9 * dayMs, to: today + dayMs },
    clock: { startAt, speed: demoSpeed },
    ...(toldUntil === null ? {} : { toldUntil }),
  });
}

async function pointTo(
  application: Application,
  account: DemoAccount,
  baseUrls: Readonly<Record<string, string>>,
): Promise<void> {
  const { row, credentials } = account;
  const settings = { ...credentials, baseUrl: baseUrls[row.carrier] ?? '' };
  await resealSettings(
    application.database,
    row.id,
    application.secrets.seal(settings, sealingPlaceOf(row.id)),
  );
}

async function registerAll(simulation: Simulation, options: DemoOptions): Promise<void> {
  let batch: SimulatedParcel[] = [];
  for (const parcel of simulation.parcels()) {
    batch.push(parcel);
    if (batch.length < parcelsPerRequest) continue;
    await options.register(batch);
    batch = [];
  }
  if (batch.length > 0) await options.register(batch);
}

function hookUrls(accounts: ReadonlyMap<string, DemoAccount>, url: string): Record<string, string> {
  return Object.fromEntries(
    [...accounts].map(([carrier, { row }]) => [carrier, `${url}/hooks/${row.hookToken}`]),
  );
}
