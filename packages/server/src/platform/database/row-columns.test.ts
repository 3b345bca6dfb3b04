import { describe, expect, expectTypeOf, it } from 'vitest';
import { assignments, defineColumns, type RowOf } from './row-columns.ts';
import { StatementValues } from './statement-values.ts';

const columns = defineColumns({
  id: 'uuid',
  fact: 'json',
  note: 'text?',
  dueAt: 'timestamptz?',
  flags: 'code[]',
  payload: 'json text',
});
type Row = RowOf<typeof columns>;

const row: Row = { id: 'a', fact: { b: 1 }, note: null, dueAt: null, flags: ['x'], payload: [1] };

describe('a table of columns', () => {
  it('gives the type of its rows', () => {
    expectTypeOf<Row>().toEqualTypeOf<{
      readonly id: string;
      readonly fact: unknown;
      readonly note: string | null;
      readonly dueAt: string | null;
      readonly flags: readonly string[];
      readonly payload: unknown;
    }>();
  });

  it('requires a value for each column', () => {
    const { dueAt, ...incomplete } = row;
    // @ts-expect-error A column that was added has no value here.
    const refused: Row = incomplete;
    expect(refused).not.toHaveProperty('dueAt');
  });

  it('gives the column names for an insert, documents last', () => {
    expect(columns.names).toBe('id, note, due_at, flags, fact, payload');
  });

  it('gives the assignments of an update', () => {
    expect(
      assignments(columns, { target: 's', except: ['id', 'fact', 'payload'], keepFirst: ['note'] }),
    ).toBe('note = coalesce(s.note, r."note"), due_at = r."dueAt", flags = r."flags"::text[]');
  });
});

describe('rows of a statement', () => {
  it('are sent as one parameter per column', () => {
    const values = new StatementValues<{ rows: Row[] }>();
    const { from, values: selected } = values.columnRows(columns, ({ rows }) => rows);
    expect(from).toBe(
      'rows from (unnest($1::text::uuid[], $2::text::text[], $3::text::timestamptz[], $4::text::text[]), ' +
        `unnest(string_to_array($5::text, E'\\x1e')), unnest(string_to_array($6::text, E'\\x1e'))) ` +
        'as r("id", "note", "dueAt", "flags", "fact", "payload")',
    );
    expect(selected).toBe('"id", "note", "dueAt", "flags"::text[], "fact"::json, "payload"');
    const second = { ...row, note: 'q"', fact: null };
    expect(values.of({ rows: [row, second] })).toEqual([
      '{a,a}',
      '{NULL,"q\\""}',
      '{NULL,NULL}',
      '{"{x}","{x}"}',
      '{"b":1}\u001enull',
      '[1]\u001e[1]',
    ]);
  });

  it('are sent as one JSON text', () => {
    const values = new StatementValues<{ rows: Row[] }>();
    const limit = values.add(() => 7);
    const { from, values: selected } = values.recordRows(columns, ({ rows }) => rows);
    expect(limit).toBe('$1');
    expect(from).toBe(
      'jsonb_to_recordset($2::jsonb) as r("id" uuid, "note" text, "dueAt" timestamptz, "flags" text[], "fact" json, "payload" text)',
    );
    expect(selected).toBe('"id", "note", "dueAt", "flags", "fact", "payload"');
    expect(values.of({ rows: [row] })).toEqual([7, JSON.stringify([row])]);
  });

  it('carry lists of any text, and bytes', () => {
    const columns = defineColumns({ texts: 'text[]?', bytes: 'bytea' });
    const values = new StatementValues<readonly RowOf<typeof columns>[]>();
    const { renamed } = values.columnRows(columns, (rows) => rows);
    expect(renamed).toBe(`"texts"::text[] as texts, decode("bytes", 'hex') as bytes`);
    expect(
      values.of([
        { texts: ['a,b'], bytes: Uint8Array.of(0, 255) },
        { texts: null, bytes: Uint8Array.of(1) },
      ]),
    ).toEqual([String.raw`{"{\"a,b\"}",NULL}`, '{00ff,01}']);
  });
});
