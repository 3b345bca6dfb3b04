import { describe, expect, it } from 'vitest';
import { forEachEngine } from '../../testing/engines.ts';
import { sqlState } from './database.ts';

forEachEngine((_engine, database) => {
  describe.each(['kept', undefined])('a statement prepared as %s', (name) => {
    it('gives every value in its documented form', async () => {
      const sql = `select 9007199254740991::bigint as big, '2026-03-01T10:00:00Z'::timestamptz as moment, '2026-03-01'::date as day,
        '{"a":[1,null]}'::jsonb as document, $1::bytea as bytes, $2::text as words, $3::text[] as list, null::int as nothing`;
      const bytes = Uint8Array.of(0, 92, 255);
      for (const words of ['é"\\', "it's"]) {
        const [row] = await database().query<{ bytes: Uint8Array }>(sql, [bytes, words, ['a,b', '"']], name);
        expect({ ...row, bytes: [...(row?.bytes ?? [])] }).toEqual({
          big: 9007199254740991,
          moment: Date.UTC(2026, 2, 1, 10),
          day: '2026-03-01',
          document: { a: [1, null] },
          bytes: [...bytes],
          words,
          list: ['a,b', '"'],
          nothing: null,
        });
      }
    });

    it('throws the error of the database, and stays usable', async () => {
      const divide = (by: number) =>
        database().query<{ result: number }>('select 10 / $1::int as result', [by], name && `${name}_divide`);
      expect(await divide(5)).toEqual([{ result: 2 }]);
      await expect(
        divide(0).catch((error) => Promise.reject(new Error(`${sqlState(error)}`))),
      ).rejects.toThrow('22012');
      expect(await divide(2)).toEqual([{ result: 5 }]);
    });

    it('throws in a transaction as well, which is rolled back', async () => {
      const failed = database().transaction(async (queries) => {
        await queries.query('create table left_behind (id int)');
        await queries.query('select 1 / $1::int as result', [0], name && `${name}_fail`);
      });
      await expect(failed).rejects.toSatisfy((error) => sqlState(error) === '22012');
      expect(await database().query(`select to_regclass('left_behind') as found`)).toEqual([{ found: null }]);
    });
  });

  describe('a date, in a process west of Greenwich', () => {
    it('is tested in such a process', () => {
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(300);
    });

    it.each(['kept_date', undefined])('stays the same day when prepared as %s', async (name) => {
      const [row] = await database().query(
        `select $1::date as day, $2::date[] as days, $1::date::text as stored, $3::timestamptz[] as instants, '{1,null}'::bigint[] as numbers`,
        ['2026-03-01', ['2026-03-01', '2026-12-31'], ['2026-03-01T00:30:00Z']],
        name,
      );
      expect(row).toEqual({
        day: '2026-03-01',
        days: ['2026-03-01', '2026-12-31'],
        stored: '2026-03-01',
        instants: [Date.UTC(2026, 2, 1, 0, 30)],
        numbers: [1, null],
      });
    });

    it.each(['kept_refusal', undefined])('is refused as a Date when prepared as %s', async (name) => {
      const day = new Date(Date.UTC(2026, 2, 1));
      const ask = (value: unknown) => database().query('select $1::date as day', [value], name);
      await expect(ask(day)).rejects.toThrow('A Date cannot be a parameter of a query.');
      await expect(ask([day])).rejects.toThrow(TypeError);
      const inTransaction = database().transaction((queries) =>
        queries.query('select $1::date as day', [day], name),
      );
      await expect(inTransaction).rejects.toThrow(TypeError);
      expect(await ask('2026-03-01')).toEqual([{ day: '2026-03-01' }]);
    });
  });
});
