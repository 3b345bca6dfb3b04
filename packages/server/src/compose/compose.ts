import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type Carrier, carriers, type HttpCall } from '@milepost/connectors';
import { loadGazetteer } from '@milepost/gazetteer';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { Registry } from 'prom-client';
import { v7 } from 'uuid';
import type { Config } from '../config.ts';
import { makeRoomAhead, startHousekeeping } from '../modules/administration/jobs/start-housekeeping.ts';
import { type PollerTools, startPoller } from '../modules/carriers/polling/start-poller.ts';
import type { DemoDesk } from '../modules/demo/demo-desk.ts';
import { isOnlyDemo } from '../modules/demo/store/demo-people.ts';
import { startDeadlineWatch } from '../modules/exceptions/jobs/start-deadline-watch.ts';
import { FreshMessages } from '../modules/ingestion/fresh-messages.ts';
import { type IncomingMessage, Receiver, type ReceiverLimits } from '../modules/ingestion/receive.ts';
import type { RawMessage } from '../modules/ingestion/store/raw-messages.ts';
import { startNoting } from '../modules/insights/jobs/start-noting.ts';
import { startLiveStream } from '../modules/outbound/stream/start-live-stream.ts';
import { startWebhookDispatch } from '../modules/outbound/webhooks/start-webhook-dispatch.ts';
import { createPeople, type People } from '../modules/people/people.ts';
import { portalLoader } from '../modules/portal/built-portal.ts';
import { createLinkSigner } from '../modules/portal/link-signer.ts';
import type { BatchOutcome } from '../modules/tracking/pipeline/run-batch.ts';
import {
  type RegisterInput,
  type RegisterResult,
  register as registerShipments,
} from '../modules/tracking/registration/register.ts';
import { startWorkerThread } from '../modules/tracking/worker/start-worker-thread.ts';
import { Worker, type WorkerOptions } from '../modules/tracking/worker/worker.ts';
import { type Database, migrate, openPglite, openPostgres } from '../platform/database/index.ts';
import { openWakeSignal } from '../platform/jobs/open-wake-signal.ts';
import { KeptMails } from '../platform/mail/kept-mails.ts';
import { createMailDelivery } from '../platform/mail/mail-delivery.ts';
import { openSmtp } from '../platform/mail/open-smtp.ts';
import { whyUrlIsRefused } from '../platform/outside/address-guard.ts';
import { openHttpClient } from '../platform/outside/open-http-client.ts';
import { gazetteerCacheFolder } from '../platform/process/cache-folder.ts';
import { lockFolder } from '../platform/process/folder-lock.ts';
import { createMetrics } from '../platform/process/metrics.ts';
import { readSecretKey } from '../platform/secrets/secret-key.ts';
import { createSecrets, type Secrets } from '../platform/secrets/secrets.ts';
import { buildHttp } from './build-http.ts';

/** The product, put together. The only file that constructs. */
export interface Application {
  http: FastifyInstance;
  database: Database;
  secrets: Secrets;
  people: People;
  logger: Logger;
  carriers: ReadonlyMap<string, Carrier>;
  /** Calls a carrier. */
  callCarrier: HttpCall;
  /** The house by another clock, for a world that has one: the past and the haste of a demo. */
  inTime(now: () => number): HouseInTime;
  /** Stops taking messages, finishes what was begun, and closes. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

/** What takes messages and shipments in, as if it were another time. `now` must not lie in the future. */
export interface HouseInTime {
  receiver: Receiver;
  register(workspaceId: string, inputs: readonly RegisterInput[]): Promise<RegisterResult[]>;
}

export interface ComposeOptions {
  /** Key that the front page may use, so that a demo shows something alive; null without one. */
  demoKey(): string | null;
  /** Knows the workspaces that live by a clock of their own. */
  demo: DemoDesk;
  /** Keeps mails and shows passwords of the demo, as long as there is nothing but demos. */
  isDemo: boolean;
}

export async function compose(config: Config, options: ComposeOptions): Promise<Application> {
  const logger = pino({ level: config.MILEPOST_LOG_LEVEL }, pino.destination(2));
  const stops: Stop[] = [];
  const store = await openStore(config, stops);
  const { database, secrets } = store;
  const parts = await startParts({ config, options, logger, ...store }, stops);
  return { ...parts, database, secrets, logger, stop: onlyOnce(() => stopAll(stops, logger)) };
}

type Stop = () => Promise<void> | void;

interface Foundation {
  config: Config;
  options: ComposeOptions;
  database: Database;
  secrets: Secrets;
  secretKey: Uint8Array;
  logger: Logger;
}

async function openStore(
  config: Config,
  stops: Stop[],
): Promise<Pick<Foundation, 'database' | 'secrets' | 'secretKey'>> {
  const folder = resolve(config.MILEPOST_DATA);
  const secretKey = readSecretKey(config.MILEPOST_SECRET_KEY, folder);
  const database = await openDatabase(config, folder, stops);
  stops.push(() => database.close());
  await migrate(database);
  await makeRoomAhead(database, Date.now());
  return { database, secrets: createSecrets(secretKey), secretKey };
}

function openDatabase(config: Config, folder: string, stops: Stop[]): Promise<Database> | Database {
  if (config.DATABASE_URL !== undefined) {
    return openPostgres({ url: config.DATABASE_URL, connectionsMax: config.MILEPOST_DATABASE_CONNECTIONS });
  }
  stops.push(lockFolder(folder));
  return openPglite(join(folder, 'database'));
}

async function startParts(
  foundation: Foundation,
  stops: Stop[],
): Promise<Pick<Application, 'http' | 'people' | 'carriers' | 'callCarrier' | 'inTime'>> {
  const { database } = foundation;
  const tools = toolsOf(foundation);
  const live = startLiveStream(database, { idleMs: 1_000, onFailure: tools.onFailure });
  const dispatch = startWebhookDispatch(database, tools);
  const changed = await openWakeSignal(database, 'milepost_changed', () => {
    live.wake();
    dispatch.wake();
  });
  const workforce = workforceOf(foundation, tools, () => changed.send());
  const received = await openWakeSignal(database, 'milepost_received', () => workforce?.wake());
  const { receiver, register, inTime, drain } = doorsOf(foundation, tools, {
    onReceived: (messages) => {
      workforce?.take(messages);
      received.send();
    },
    onChange: () => changed.send(),
  });
  const watchers = watchersOf(foundation, tools, { receiver, onChange: () => changed.send() });
  const { people, keptMails, closeMail } = peopleOf(foundation, tools);
  const http = await buildHttp({
    ...tools,
    people,
    keptMails,
    trustedProxies: foundation.config.MILEPOST_TRUSTED_PROXIES ?? false,
    database,
    receiver,
    live,
    metrics: tools.metrics.registry,
    logger: foundation.logger,
    demo: foundation.options.demo,
    register,
    wakeWorker: () => received.send(),
    health: () => healthOf(database),
    portal: { signer: createLinkSigner(foundation.secretKey), load: portalLoader() },
    ...addressesOf(foundation),
  });
  // Undone in the opposite order: first the door, then what was received, then what watches, then the connections.
  stops.push(
    () => tools.closeHttp(),
    closeMail,
    () => received.stop(),
    () => changed.stop(),
    () => live.stop(),
    () => dispatch.stop(),
    ...watchers.map((watcher) => () => watcher.stop()),
    () => workforce?.stop(),
    drain,
    () => people.background.drain(),
    () => http.close(),
  );
  return { http, people, carriers: tools.carriers, callCarrier: tools.http, inTime };
}

function toolsOf({ config, options, secrets, logger }: Foundation) {
  const client = openHttpClient({
    allowPrivateAddresses: config.MILEPOST_ALLOW_PRIVATE_ADDRESSES,
    timeoutMs: 15_000,
    answerBytesMax: 16 * 1024 * 1024,
  });
  return {
    now: () => Date.now(),
    newId: () => v7(),
    random: (count: number): Uint8Array => randomBytes(count),
    carriers: new Map(carriers.map((carrier) => [carrier.manifest.name, carrier])),
    http: client.call,
    closeHttp: () => client.close(),
    secrets,
    metrics: createMetrics(new Registry()),
    get speed() {
      return options.demo.pollSpeed;
    },
    onFailure: (error: unknown): void =>
      logger.error({ err: error }, 'A background task failed; it is tried again.'),
  };
}

type Tools = ReturnType<typeof toolsOf>;

/** What processes messages in this process, where its role says so. */
interface Workforce {
  take(messages: readonly RawMessage[]): void;
  wake(): void;
  stop(): Promise<void>;
}

function workforceOf({ config, database }: Foundation, tools: Tools, onChange: () => void): Workforce | null {
  if (!config.MILEPOST_ROLES.includes('worker')) return null;
  const reports = {
    onBatch: (outcome: BatchOutcome) => {
      tools.metrics.batchDone(outcome);
      if (outcome.changedShipments > 0) onChange();
    },
    onFailure: (error: unknown) => {
      tools.metrics.batchFailed();
      tools.onFailure(error);
    },
  };
  if (config.DATABASE_URL === undefined) return embeddedWorker(database, tools, reports);
  // Two take turns: one decodes while the database writes for the other.
  const plan = {
    databaseUrl: config.DATABASE_URL,
    gazetteerCache: gazetteerCacheFolder,
    workers: 2,
    batchMax: 300,
    gatherMs: 30,
  };
  return startWorkerThread({ ...plan, ...reports });
}

/**
 * The embedded database already works in a thread of its own, one thing at a time, so the worker stays here. The gazetteer is loaded while the door
 * already opens: until then messages wait.
 */
function embeddedWorker(
  database: Database,
  tools: Tools,
  reports: Pick<WorkerOptions, 'onBatch' | 'onFailure'>,
): Workforce {
  let worker: Worker | null = null;
  // While it starts it falls behind, and reading back what waits would keep it behind.
  const fresh = new FreshMessages(40_000);
  const loading = loadGazetteer({ cacheFolder: gazetteerCacheFolder }).then((gazetteer) => {
    worker = new Worker(
      database,
      { isAlone: true, batchMax: 100, gatherMs: 30, idleMs: 250, attemptsMax: 5, ...reports },
      { ...tools, gazetteer, fresh },
    );
    worker.start();
  });
  loading.catch(tools.onFailure);
  return {
    take: (messages) => fresh.add(messages),
    wake: () => worker?.wake(),
    stop: async () => {
      await loading;
      await worker?.stop();
    },
  };
}

function watchersOf(
  { config, database }: Foundation,
  tools: Tools,
  { receiver, onChange }: { receiver: Pick<Receiver, 'receive'>; onChange: () => void },
): { stop(): Promise<void> }[] {
  if (!config.MILEPOST_ROLES.includes('worker')) return [];
  return [
    startDeadlineWatch(database, { ...tools, onOpened: (count) => (count > 0 ? onChange() : undefined) }),
    startNoting(database, tools),
    startHousekeeping(database, { ...tools, rawKeptDays: config.MILEPOST_RAW_KEPT_DAYS }),
    startPoller(database, pollerToolsOf(tools, receiver)),
  ];
}

/** The speed is asked for each time, because a demo slows down when it has reached the present. */
function pollerToolsOf(tools: Tools, receiver: Pick<Receiver, 'receive'>): PollerTools {
  return {
    ...tools,
    get speed() {
      return tools.speed;
    },
    random: Math.random,
    receive: (message) => receiver.receive(message),
  };
}

interface Wakes {
  onReceived(messages: readonly RawMessage[]): void;
  onChange(): void;
}

/** Where messages and shipments come in. Those of a workspace that lives by a clock of its own are received by that clock. */
function doorsOf({ config, options, database }: Foundation, tools: Tools, { onReceived, onChange }: Wakes) {
  const receivers: Receiver[] = [];
  const open = (now: () => number): Receiver => {
    const receiver = new Receiver(database, limitsOf(config), { ...tools, now, onReceived });
    receivers.push(receiver);
    return receiver;
  };
  const usual = open(tools.now);
  const receive = (message: IncomingMessage) =>
    (options.demo.doorOf(message.workspaceId) ?? usual).receive(message);
  const registerBy =
    (clock: Pick<Tools, 'now' | 'newId'>): HouseInTime['register'] =>
    async (workspaceId, inputs) => {
      const results = await registerShipments(database, workspaceId, inputs, { ...tools, ...clock });
      onChange();
      return results;
    };
  const inTime = (now: () => number): HouseInTime => ({
    receiver: open(now),
    register: registerBy({ now, newId: () => v7({ msecs: now() }) }),
  });
  const drain = async (): Promise<void> => {
    await Promise.all(receivers.map((receiver) => receiver.drain()));
  };
  return { receiver: { receive }, register: registerBy(tools), inTime, drain };
}

function peopleOf({ config, options, database, secretKey, logger }: Foundation, tools: Tools) {
  const keptMails = new KeptMails();
  const publicUrl = publicUrlOf(config);
  const isDemo = async (): Promise<boolean> => options.isDemo && (await isOnlyDemo(database));
  const from = config.MILEPOST_MAIL_FROM ?? `Milepost <milepost@${new URL(publicUrl).hostname}>`;
  const smtp =
    config.MILEPOST_SMTP_URL === undefined ? null : openSmtp({ url: config.MILEPOST_SMTP_URL, from });
  const mail = createMailDelivery({ smtp, kept: keptMails, isDemo, now: tools.now });
  const warn = (message: string): void => logger.warn({ said: message }, 'Sign-in reports.');
  const people = createPeople({ ...tools, database, secretKey, publicUrl, mail, isDemo, warn });
  return { people, keptMails, closeMail: () => smtp?.close() };
}

function publicUrlOf(config: Config): string {
  return (config.MILEPOST_PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/+$/, '');
}

function addressesOf({ config, options }: Foundation) {
  return {
    guardUrl: async (url: string) => (config.MILEPOST_ALLOW_PRIVATE_ADDRESSES ? null : whyUrlIsRefused(url)),
    publicUrl: publicUrlOf(config),
    mapStyleUrl: config.MILEPOST_MAP_STYLE_URL ?? null,
    frontPage: {
      get demoKey() {
        return options.demoKey();
      },
    },
  };
}

function limitsOf(config: Config): ReceiverLimits {
  return {
    waitingMax: 5_000,
    batchMax: 500,
    writersMax: 1,
    gatherMs: 8,
    inboxMax: config.MILEPOST_INBOX_MAX,
  };
}

async function healthOf(database: Database): Promise<{ ready: boolean; checks: Record<string, string> }> {
  try {
    await database.query('select 1');
    return { ready: true, checks: { database: 'ok' } };
  } catch {
    return { ready: false, checks: { database: 'cannot be reached' } };
  }
}

async function stopAll(stops: readonly Stop[], logger: Logger): Promise<void> {
  for (const stop of stops.toReversed()) {
    try {
      await stop();
    } catch (error) {
      logger.error({ err: error }, 'A part did not stop cleanly.');
    }
  }
}

function onlyOnce(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= run());
}
