import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { carriers } from '@milepost/connectors';
import { loadGazetteer } from '@milepost/gazetteer';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { Registry } from 'prom-client';
import { v7 } from 'uuid';
import type { Config } from './config.ts';
import { buildHttp } from './http/build-http.ts';
import { createMetrics } from './platform/metrics.ts';
import { whyUrlIsRefused } from './platform/address-guard.ts';
import { gazetteerCacheFolder } from './platform/cache-folder.ts';
import { lockFolder } from './platform/folder-lock.ts';
import { openHttpClient } from './platform/open-http-client.ts';
import { openWakeSignal } from './platform/open-wake-signal.ts';
import { readSecretKey } from './platform/secret-key.ts';
import { createSecrets, type Secrets } from './platform/secrets.ts';
import { Receiver } from './pipeline/receive.ts';
import { register } from './pipeline/register.ts';
import { Worker } from './pipeline/worker.ts';
import { startLiveStream } from './react/start-live-stream.ts';
import { startWebhookDispatch } from './react/start-webhook-dispatch.ts';
import { type Database, migrate, openPglite, openPostgres } from './store/index.ts';
import { startDeadlineWatch } from './watch/start-deadline-watch.ts';
import { makeRoomAhead, startHousekeeping } from './watch/start-housekeeping.ts';
import { startPoller } from './watch/start-poller.ts';

/** The product, put together. The only file that constructs. */
export interface Application {
  http: FastifyInstance;
  database: Database;
  secrets: Secrets;
  logger: Logger;
  /** Stops taking messages, finishes what was begun, and closes. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

export interface ComposeOptions {
  /** Key that the front page may use, so that a demo shows something alive; null without one. */
  demoKey(): string | null;
  /** How much faster than the clock carriers are asked; 1 in earnest. */
  pollSpeed: number;
}

export async function compose(config: Config, options: ComposeOptions): Promise<Application> {
  const logger = pino({ level: config.MILEPOST_LOG_LEVEL }, pino.destination(2));
  const stops: Stop[] = [];
  const { database, secrets } = await openStore(config, stops);
  const parts = await startParts({ config, options, database, secrets, logger }, stops);
  return { ...parts, database, secrets, logger, stop: onlyOnce(() => stopAll(stops, logger)) };
}

type Stop = () => Promise<void> | void;

interface Foundation {
  config: Config;
  options: ComposeOptions;
  database: Database;
  secrets: Secrets;
  logger: Logger;
}

async function openStore(config: Config, stops: Stop[]): Promise<{ database: Database; secrets: Secrets }> {
  const folder = resolve(config.MILEPOST_DATA);
  const secrets = createSecrets(readSecretKey(config.MILEPOST_SECRET_KEY, folder));
  const database = await openDatabase(config, folder, stops);
  stops.push(() => database.close());
  await migrate(database);
  await makeRoomAhead(database, Date.now());
  return { database, secrets };
}

function openDatabase(config: Config, folder: string, stops: Stop[]): Promise<Database> | Database {
  if (config.DATABASE_URL !== undefined) {
    return openPostgres({ url: config.DATABASE_URL, connectionsMax: config.MILEPOST_DATABASE_CONNECTIONS });
  }
  stops.push(lockFolder(folder));
  return openPglite(join(folder, 'database'));
}

async function startParts(foundation: Foundation, stops: Stop[]): Promise<Pick<Application, 'http'>> {
  const { config, database, secrets, logger, options } = foundation;
  const clock = { now: () => Date.now(), newId: () => v7() };
  const metrics = createMetrics(new Registry());
  const onFailure = (error: unknown): void => logger.error(error instanceof Error ? error : { error }, 'A background task failed; it is tried again.');
  const client = openHttpClient({ allowPrivateAddresses: config.MILEPOST_ALLOW_PRIVATE_ADDRESSES, timeoutMs: 15_000, answerBytesMax: 16 * 1024 * 1024 });
  const byName = new Map(carriers.map((carrier) => [carrier.manifest.name, carrier]));
  const tools = { ...clock, carriers: byName, random: (count: number) => randomBytes(count), onFailure };

  const live = startLiveStream(database, { idleMs: 1_000, onFailure });
  const dispatch = startWebhookDispatch(database, { ...tools, http: client.call, secrets });
  const changed = await openWakeSignal(database, 'milepost_changed', () => {
    live.wake();
    dispatch.wake();
  });
  const worker = await workerOf(foundation, { ...tools, changed: () => changed.send(), metrics });
  const received = await openWakeSignal(database, 'milepost_received', () => worker?.wake());
  const receiver = new Receiver(database, limitsOf(config), { ...clock, onReceived: () => received.send() });
  const watchers = !config.MILEPOST_ROLES.includes('worker') ? [] : [
    startDeadlineWatch(database, { ...tools, onOpened: (count) => (count > 0 ? changed.send() : undefined) }),
    startHousekeeping(database, tools),
    startPoller(database, { ...tools, http: client.call, secrets, receive: (message) => receiver.receive(message), random: Math.random, speed: options.pollSpeed }),
  ];
  const http = await buildHttp({
    database, receiver, carriers: byName, live, secrets, metrics: metrics.registry, logger, ...clock,
    random: tools.random,
    register: async (workspaceId, inputs) => {
      const results = await register(database, workspaceId, inputs, tools);
      changed.send();
      return results;
    },
    guardUrl: async (url) => (config.MILEPOST_ALLOW_PRIVATE_ADDRESSES ? null : whyUrlIsRefused(url)),
    wakeWorker: () => received.send(),
    health: () => healthOf(database, worker),
    frontPage: { get demoKey() { return options.demoKey(); } },
    publicUrl: config.MILEPOST_PUBLIC_URL ?? `http://localhost:${config.PORT}`,
  });
  // Stopped from the door inwards: no new requests, then what was received, then what watches, then the connections.
  stops.push(() => client.close(), () => received.stop(), () => changed.stop(), () => live.stop(), () => dispatch.stop(),
    ...watchers.map((watcher) => () => watcher.stop()), () => worker?.stop(), () => receiver.drain(), () => http.close());
  return { http };
}
