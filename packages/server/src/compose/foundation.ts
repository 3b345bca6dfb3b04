import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type Carrier, carriers, type HttpCall } from '@milepost/connectors';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { v7 } from 'uuid';
import type { Config } from '../config.ts';
import { makePartitionsAhead } from '../modules/administration/index.ts';
import { type Database, migrate, openPglite, openPostgres } from '../platform/database/index.ts';
import { openHttpClient } from '../platform/outside/open-http-client.ts';
import { lockFolder } from '../platform/process/folder-lock.ts';
import { createMetrics, type Metrics } from '../platform/process/metrics.ts';
import { readSecretKey } from '../platform/secrets/secret-key.ts';
import { createSecrets, type Secrets } from '../platform/secrets/secrets.ts';
import type { StopList } from './stop-list.ts';

/** What every module is built on. */
export interface Foundation {
  config: Config;
  logger: Logger;
  database: Database;
  secrets: Secrets;
  /** 32 bytes; each use derives a key of its own from it. */
  secretKey: Uint8Array;
  carriers: ReadonlyMap<string, Carrier>;
  /** Calls external services with timeouts, a size limit and the address guard. */
  callCarrier: HttpCall;
  metrics: Metrics;
  /** URL of this installation, without a trailing slash. */
  publicUrl: string;
  now(): number;
  newId(): string;
  random(count: number): Uint8Array;
  /** For work without a caller. */
  onFailure(error: unknown): void;
}

export async function openFoundation(config: Config, logger: Logger, stops: StopList): Promise<Foundation> {
  const folder = resolve(config.MILEPOST_DATA);
  const secretKey = readSecretKey(config.MILEPOST_SECRET_KEY, folder);
  const database = await openDatabase(config, folder, stops);
  stops.add(() => database.close());
  await migrate(database);
  await makePartitionsAhead(database, Date.now());
  const client = openHttpClient({
    allowPrivateAddresses: config.MILEPOST_ALLOW_PRIVATE_ADDRESSES,
    timeoutMs: 15_000,
    answerBytesMax: 16 * 1024 * 1024,
  });
  stops.add(() => client.close());
  return {
    config,
    logger,
    database,
    secrets: createSecrets(secretKey),
    secretKey,
    carriers: new Map(carriers.map((carrier) => [carrier.manifest.name, carrier])),
    callCarrier: client.call,
    metrics: createMetrics(new Registry()),
    publicUrl: publicUrlOf(config),
    now: () => Date.now(),
    newId: () => v7(),
    random: (count) => randomBytes(count),
    onFailure: (error) => logger.error({ err: error }, 'A background task failed and will be retried.'),
  };
}

function openDatabase(config: Config, folder: string, stops: StopList): Promise<Database> | Database {
  if (config.DATABASE_URL !== undefined) {
    return openPostgres({ url: config.DATABASE_URL, connectionsMax: config.MILEPOST_DATABASE_CONNECTIONS });
  }
  stops.add(lockFolder(folder));
  return openPglite(join(folder, 'database'));
}

function publicUrlOf(config: Config): string {
  return (config.MILEPOST_PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/+$/, '');
}
