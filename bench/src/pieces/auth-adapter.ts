import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Database } from '@milepost/server/database';
import { authAdapter, importFullBetterAuth } from '@milepost/server/pieces';
import { Kysely } from 'kysely';
import { z } from 'zod';
import { medianTimes } from './compare.ts';
import { openEngines } from './open-engines.ts';
import type { Comparison, Piece } from './piece.ts';
import { QueriesDialect } from './queries-dialect.ts';

const rounds = 300;
const takers = 8;

/** Our adapter between better-auth and the database against better-auth's own, which is built on Kysely. */
export const authAdapterPiece: Piece = {
  decision: '0012',
  library: '@better-auth/kysely-adapter',
  async measure({ cleanup, log }) {
    log('loading');
    const comparisons = await compareLoading();
    for (const database of await openEngines(cleanup)) {
      log(`looking up sessions on ${database.engine}`);
      comparisons.push(...(await compareOn(database)));
    }
    return comparisons;
  },
};

const loadFigures = z.object({ milliseconds: z.number(), mebibytes: z.number() });

async function compareLoading(): Promise<Comparison[]> {
  const program = path.join(import.meta.dirname, 'load-kysely.ts');
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--expose-gc', program]);
  const { milliseconds, mebibytes } = loadFigures.parse(JSON.parse(stdout));
  return [
    { what: 'loading better-auth with Kysely, processor time', unit: 'ms', own: 0, library: milliseconds },
    { what: 'loading better-auth with Kysely, memory', unit: 'MiB', own: 0, library: mebibytes },
  ];
}

type Adapter = Pick<ReturnType<ReturnType<typeof authAdapter>>, 'findOne' | 'incrementOne'>;

const sessionNames = {
  userId: 'person_id',
  ipAddress: 'address',
  userAgent: 'user_agent',
  expiresAt: 'expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

/** The table of second factors; `column` is the name of its one column that matters here. */
const secondFactors = (table: string, column: string) => ({
  id: 'piece',
  schema: {
    twoFactor: {
      modelName: table,
      fields: { backupCodes: { type: 'string' as const, fieldName: column } },
    },
  },
});

/** The same tables for both: our adapter has their names, Kysely's gets them as options. */
async function adaptersOn(database: Database): Promise<{ own: Adapter; library: Adapter }> {
  const { betterAuth } = await importFullBetterAuth();
  const own = authAdapter(database)({ plugins: [secondFactors('twoFactor', 'backupCodes')] });
  const db = new Kysely<unknown>({ dialect: new QueriesDialect(database) });
  const { adapter } = await betterAuth({
    secret: randomBytes(32).toString('hex'),
    baseURL: 'http://localhost',
    database: { db, type: 'postgres' },
    session: { modelName: 'session', fields: sessionNames },
    plugins: [secondFactors('second_factor', 'backup_codes')],
    telemetry: { enabled: false },
  }).$context;
  return { own, library: adapter };
}

async function compareOn(database: Database): Promise<Comparison[]> {
  const adapters = await adaptersOn(database);
  const { token, factorId } = await addPerson(database);
  const lookUp = (adapter: Adapter) => () =>
    adapter.findOne({ model: 'session', where: [{ field: 'token', value: token }] });
  const sides = { own: lookUp(adapters.own), library: lookUp(adapters.library) };
  await medianTimes(sides, 20);
  return [
    { what: `${database.engine}: look up a session`, unit: 'ms', ...(await medianTimes(sides, rounds)) },
    {
      what: `${database.engine}: accepted uses of one backup code, ${takers} at once`,
      unit: 'uses',
      own: await acceptedUses(database, adapters.own, factorId),
      library: await acceptedUses(database, adapters.library, factorId),
    },
  ];
}

/** better-auth accepts a backup code if it can replace the list that contained it. */
async function acceptedUses(database: Database, adapter: Adapter, factorId: string): Promise<number> {
  await database.query('update second_factor set backup_codes = $1 where id = $2', ['before', factorId]);
  const uses = await Promise.all(
    Array.from({ length: takers }, () =>
      adapter.incrementOne({
        model: 'twoFactor',
        where: [
          { field: 'id', value: factorId },
          { field: 'backupCodes', value: 'before' },
        ],
        increment: {},
        set: { backupCodes: 'after' },
      }),
    ),
  );
  return uses.filter((row) => row !== null).length;
}

async function addPerson(database: Database): Promise<{ token: string; factorId: string }> {
  const [personId, factorId] = [randomUUID(), randomUUID()];
  const token = randomBytes(16).toString('hex');
  await database.query('insert into person (id, email, name) values ($1, $2, $3)', [
    personId,
    `${personId}@shop.example`,
    'Person',
  ]);
  await database.query(
    `insert into session (id, person_id, token, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), personId, token],
  );
  await database.query(
    `insert into second_factor (id, person_id, secret, backup_codes) values ($1, $2, 's', 'before')`,
    [factorId, personId],
  );
  return { token, factorId };
}
