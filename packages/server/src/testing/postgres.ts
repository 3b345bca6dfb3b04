/**
 * A PostgreSQL server for tests and benchmarks, in a temporary folder.
 *
 *     startPostgres ──► initdb ──► pg_ctl start ──► handle ──► stopPostgres (folder removed)
 *                                     ▲    │
 *                                     └────┘ haltPostgres / resumePostgres / restartPostgres
 *
 * The handle is plain data, so that it can be passed between processes: vitest starts the server in one
 * process, and a crash test halts it from another. `fsync` stays on, because tests check what survives a
 * crash.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { PostgresInstallation } from './find-postgres.ts';
import { removeAbandonedServers, serverFolderPrefix } from './remove-abandoned-servers.ts';

const run = promisify(execFile);

export interface PostgresServer {
  /** Connection string of the maintenance database, over TCP on the loopback address. */
  readonly url: string;
  readonly binFolder: string;
  readonly majorVersion: number;
  /** Contains the data, the log, the unix socket and the id of the process that started the server. */
  readonly folder: string;
  /** The account the server runs under when we are root, because PostgreSQL refuses to run as root. */
  readonly account: SystemAccount | undefined;
}

interface SystemAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * How to stop: `fast` ends sessions and writes a checkpoint, `immediate` is a crash that leaves recovery for
 * the next start.
 */
export type StopMode = 'fast' | 'immediate';

/** Creates a cluster in a new temporary folder and starts it. End it with `stopPostgres`. */
export async function startPostgres(installation: PostgresInstallation): Promise<PostgresServer> {
  await removeAbandonedServers();
  const account = await unprivilegedAccount();
  const folder = await mkdtemp(path.join(tmpdir(), serverFolderPrefix));
  const password = randomBytes(18).toString('base64url');
  const port = await freePort();
  const server: PostgresServer = {
    ...installation,
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    folder,
    account,
  };
  try {
    await createCluster(server, password);
    await appendFile(path.join(dataFolder(server), 'postgresql.conf'), settings(port, folder));
    await resumePostgres(server);
  } catch (cause) {
    await stopPostgres(server);
    throw new Error(`PostgreSQL ${installation.majorVersion} did not start in ${folder}.`, { cause });
  }
  return server;
}

/** Ends the server and removes its folder. Safe to call on one that is already down. */
export async function stopPostgres(server: PostgresServer): Promise<void> {
  await haltPostgres(server, 'immediate').catch(() => undefined);
  await rm(server.folder, { recursive: true, force: true });
}

/** Brings the server down and keeps its data. */
export async function haltPostgres(server: PostgresServer, mode: StopMode): Promise<void> {
  await control(server, ['stop', '-m', mode]);
}

/** Brings a halted server up again on the same port; resolves when it accepts connections. */
export async function resumePostgres(server: PostgresServer): Promise<void> {
  await control(server, ['start', '-t', '60', '-l', path.join(server.folder, 'server.log')]);
}

/** Stops and starts the server. Only for a server that no other test shares. */
export async function restartPostgres(server: PostgresServer, mode: StopMode): Promise<void> {
  await haltPostgres(server, mode);
  await resumePostgres(server);
}

async function createCluster(server: PostgresServer, password: string): Promise<void> {
  const passwordFile = path.join(server.folder, 'password');
  await writeFile(path.join(server.folder, 'owner.pid'), String(process.pid));
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (server.account !== undefined) {
    await chown(server.folder, server.account.uid, server.account.gid);
    await chown(passwordFile, server.account.uid, server.account.gid);
  }
  await runProgram(server, 'initdb', [
    `--pgdata=${dataFolder(server)}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  ]);
  await rm(passwordFile);
}

function settings(port: number, socketFolder: string): string {
  return [
    '',
    `listen_addresses = '127.0.0.1'`,
    `port = ${port}`,
    `unix_socket_directories = '${socketFolder}'`,
    'shared_buffers = 256MB',
    'max_connections = 100',
    // A small limit would cause a checkpoint during every benchmark.
    'max_wal_size = 2GB',
    `timezone = 'UTC'`,
    `lc_messages = 'C'`,
    '',
  ].join('\n');
}

function dataFolder(server: PostgresServer): string {
  return path.join(server.folder, 'data');
}

async function control(server: PostgresServer, args: readonly string[]): Promise<void> {
  await runProgram(server, 'pg_ctl', ['-D', dataFolder(server), '-w', '-s', ...args]);
}

async function runProgram(server: PostgresServer, name: string, args: readonly string[]): Promise<void> {
  // The working folder is the server's folder, because the unprivileged account may not read the current one.
  await run(path.join(server.binFolder, name), args, { cwd: server.folder, ...server.account });
}

/** Account without privileges on every Linux, under different names. */
const overflowUid = '65534';

async function unprivilegedAccount(): Promise<SystemAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account =
    lines.find(([name]) => name === 'postgres') ?? lines.find(([, , uid]) => uid === overflowUid);
  const [, , uid, gid] = account ?? [];
  if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  throw new Error(
    `PostgreSQL does not run as root, and there is no account "postgres" or with the id ${overflowUid} to run it.`,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no TCP port.');
  return address.port;
}
