import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { forEachEngine } from '../../../testing/engines.ts';
import type { AuthCondition } from './auth-condition.ts';
import { countAuthRows, deleteAuthRows, findAuthRows, insertAuthRow, updateAuthRows } from './auth-rows.ts';

const where = (
  field: string,
  value: unknown,
  operator = 'eq',
  connector: 'AND' | 'OR' = 'AND',
): AuthCondition => ({
  field,
  value,
  operator,
  connector,
});

forEachEngine((_engine, database) => {
  const add = (identifier: string, value: string, expiresAt: Date) =>
    insertAuthRow(database(), 'verification', { id: v7(), identifier, value, expiresAt });

  describe('rows of sign-in', () => {
    it('come back under the names that were asked for, instants as milliseconds', async () => {
      const expiresAt = new Date('2030-01-02T03:04:05.678Z');
      const row = await add('kept', 'a value', expiresAt);
      expect(row).toMatchObject({ identifier: 'kept', value: 'a value', expiresAt: expiresAt.getTime() });
      expect(await findAuthRows(database(), 'verification', [where('id', row.id)], { limit: 5 })).toEqual([
        row,
      ]);
    });

    it.each<[string, AuthCondition[], string[]]>([
      ['equal', [where('value', 'b')], ['b']],
      ['unequal', [where('value', 'b', 'ne')], ['a', 'c']],
      ['before', [where('expiresAt', new Date('2030-01-02T00:00:00Z'), 'lt')], ['a']],
      ['from', [where('expiresAt', new Date('2030-01-02T00:00:00Z'), 'gte')], ['b', 'c']],
      ['one of', [where('value', ['a', 'c'], 'in')], ['a', 'c']],
      ['either', [where('value', 'a', 'eq', 'OR'), where('value', 'b', 'eq', 'OR')], ['a', 'b']],
      ['set', [where('value', null, 'ne')], ['a', 'b', 'c']],
      ['unset', [where('value', null)], []],
    ])('are found by %s', async (name, conditions, found) => {
      const identifier = `find ${name}`;
      for (const [index, value] of ['a', 'b', 'c'].entries()) {
        await add(identifier, value, new Date(`2030-01-0${index + 1}T00:00:00Z`));
      }
      const all = [where('identifier', identifier), ...conditions];
      const rows = await findAuthRows(database(), 'verification', all, {
        limit: 10,
        sort: { field: 'expiresAt', direction: 'asc' },
      });
      expect(rows.map(({ value }) => value)).toEqual(found);
      expect(await countAuthRows(database(), 'verification', all)).toBe(found.length);
    });

    it('are given to one of many who take them at the same moment', async () => {
      const row = await add('taken', 'once', new Date());
      const takers = Array.from({ length: 8 }, () =>
        deleteAuthRows(database(), 'verification', [where('id', row.id)], true),
      );
      const taken = (await Promise.all(takers)).flat();
      expect(taken).toEqual([row]);
    });

    it('count every failure, however many come at the same moment', async () => {
      const personId = v7();
      const person = { id: personId, email: `${personId}@shop.example`, name: 'P' };
      await insertAuthRow(database(), 'user', person);
      const factor = { id: v7(), userId: personId, secret: 's', backupCodes: 'c' };
      await insertAuthRow(database(), 'twoFactor', factor);
      const change = { set: {}, increment: { failedVerificationCount: 1 }, onlyOne: true };
      const condition = [where('id', factor.id)];
      await Promise.all(
        Array.from({ length: 8 }, () => updateAuthRows(database(), 'twoFactor', condition, change)),
      );
      const [row] = await findAuthRows(database(), 'twoFactor', condition, { limit: 1 });
      expect(row).toMatchObject({ failedVerificationCount: 8 });
    });

    it('cannot be asked for by names that are not listed, or in ways that are not needed', async () => {
      const refused: [string, AuthCondition][] = [
        ['verification', where('value; drop table person', 'x')],
        ['api_key', where('id', 'x')],
        ['verification', where('value', 'x', 'contains')],
        ['verification', { ...where('value', 'x'), mode: 'insensitive' }],
      ];
      for (const [model, condition] of refused) {
        const ask = async () => findAuthRows(database(), model, [condition], { limit: 1 });
        await expect(ask()).rejects.toThrow();
      }
    });
  });
});
