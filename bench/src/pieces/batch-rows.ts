import { randomUUID } from 'node:crypto';
import { type Database, migrate, openPglite } from '@milepost/server/database';
import { arrays, documentColumn, jsonText, plainColumn } from '@milepost/server/pieces';
import { medianTimes } from './compare.ts';
import { openEngines } from './open-engines.ts';
import type { Comparison, Piece } from './piece.ts';

const rowsPerStatement = 200;
const rounds = 40;

const plainNames = [
  'leg_id',
  'identity',
  'revision',
  'workspace_id',
  'kind',
  'occurred_at',
  'milestone',
  'sub_status',
  'source',
  'account_id',
  'raw_message_id',
  'received_at',
  'reading',
] as const;
const columns = [...plainNames, 'fact'].join(', ');
const types = 'uuid uuid uuid uuid text timestamptz text text text uuid uuid timestamptz bigint';

const ownSql = `insert into tracking_event (${columns})
  select ${plainNames.join(', ')}, fact::json
  from rows from (unnest(${arrays(1, types)}), unnest(string_to_array($${plainNames.length + 1}::text, E'\\x1e'))) as r(${columns})`;

const recordsetSql = `insert into tracking_event (${columns})
  select ${columns} from jsonb_to_recordset($1::jsonb) as r(leg_id uuid, identity uuid, revision uuid, workspace_id uuid, kind text,
    occurred_at timestamptz, milestone text, sub_status text, source text, account_id uuid, raw_message_id uuid, received_at timestamptz,
    reading bigint, fact json)`;

/** Rows of the hottest table as one text a column, against one `jsonb_to_recordset` for all of them. */
export const batchRows: Piece = {
  decision: '0014',
  library: 'jsonb_to_recordset (PostgreSQL)',
  async measure({ cleanup, log }) {
    const pglite = await openPglite(null);
    await cleanup.add(() => pglite.close());
    await migrate(pglite);
    const [, postgres] = await openEngines(cleanup);
    const comparisons: Comparison[] = [];
    for (const database of [pglite, postgres]) {
      if (database === undefined) continue;
      log(`inserting on ${database.engine}`);
      const { own, library } = await medianTimes(
        { own: () => insertColumns(database, rows()), library: () => insertRecords(database, rows()) },
        rounds,
      );
      const unit = 'µs a row';
      const perRow = (ms: number): number => (ms * 1_000) / rowsPerStatement;
      comparisons.push({ what: database.engine, unit, own: perRow(own), library: perRow(library) });
    }
    return comparisons;
  },
};

type Row = ReturnType<typeof rowOf>;

const workspaceId = randomUUID();
const accountId = randomUUID();

function rows(): Row[] {
  return Array.from({ length: rowsPerStatement }, rowOf);
}

function rowOf() {
  return {
    leg_id: randomUUID(),
    identity: randomUUID(),
    revision: randomUUID(),
    workspace_id: workspaceId,
    kind: 'event',
    occurred_at: '2026-03-02T10:00:00.000Z',
    milestone: 'in_transit',
    sub_status: 'in_transit.arrived_facility',
    source: 'postnl/webhook',
    account_id: accountId,
    raw_message_id: randomUUID(),
    received_at: '2026-03-02T10:00:05.000Z',
    reading: 0,
    fact: {
      kind: 'event',
      time: ['2026-03-02T11:00:00', 'second', 'Europe/Amsterdam', 'place', 1_772_445_600_000],
      subStatus: 'in_transit.arrived_facility',
      code: 'J05',
      text: 'The parcel was handled at the depot "Utrecht-Noord"',
      place: { name: 'Utrecht', country: 'NL', zone: 'Europe/Amsterdam', point: { lat: 52.09, lon: 5.12 } },
      confidence: [0.97, { clock: 0.97 }],
    },
  };
}

function insertColumns(database: Database, batch: readonly Row[]): Promise<unknown> {
  const values = plainNames.map((name) => plainColumn(batch.map((row) => row[name])));
  return database.query(ownSql, [...values, documentColumn(batch.map((row) => row.fact))], 'piece_columns');
}

function insertRecords(database: Database, batch: readonly Row[]): Promise<unknown> {
  return database.query(recordsetSql, [jsonText(batch)], 'piece_records');
}
