import type { PreparedEngine } from '../ingest/prepare-engine.ts';
import type { ServerProcess } from '../ingest/start-server.ts';
import { familyMs, processStat } from './processor-time.ts';

export interface ProcessorTime {
  /** Of the server process with all its threads. */
  server: number;
  /** Of PostgreSQL with all its processes; 0 where the database runs inside the server. */
  database: number;
}

export interface Meter {
  readMs(): Promise<ProcessorTime>;
}

/** PostgreSQL must run on this machine. The processor time of PGlite is part of the server's. */
export async function openMeter({ started }: ServerProcess, engine: PreparedEngine): Promise<Meter> {
  const { pid } = started.child;
  if (pid === undefined) throw new Error('The server has no process id.');
  const postmaster = engine.name === 'postgres' ? await postmasterOf(engine) : null;
  return {
    readMs: async () => ({
      server: (await processStat(pid)).ownMs,
      database: postmaster === null ? 0 : await familyMs(postmaster),
    }),
  };
}

/** Every session is a child of the process that accepts connections. */
async function postmasterOf(engine: PreparedEngine): Promise<number> {
  const database = await engine.open();
  try {
    const [row] = await database.query<{ pid: number }>('select pg_backend_pid() as pid');
    if (row === undefined) throw new Error('PostgreSQL returned no process id.');
    return (await processStat(row.pid)).parent;
  } finally {
    await database.close();
  }
}
