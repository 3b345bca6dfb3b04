/**
 * The rules that look at one source at a time: each case is a source and the lines at which its rule bites.
 */
import { describe, expect, test } from 'vitest';
import { checkAssertions } from './assertions.ts';
import type { Finding } from './finding.ts';
import { checkDeclaredNames } from './names.ts';
import { checkPureDomain } from './pure-domain.ts';
import type { Source } from './source.ts';
import { checkSqlRoom } from './sql-room.ts';
import { sourceOf } from './testing.ts';
import { checkTodos } from './todos.ts';

interface Case {
  readonly rule: (sources: readonly Source[]) => Finding[];
  readonly path: string;
  /** Source line and whether the rule is to bite there. */
  readonly lines: readonly (readonly [source: string, bites: boolean])[];
}

// Split, so that this file does not itself break the rules that it describes.
const todo = `TO${'DO'}`;

const cases: Record<string, Case> = {
  'assertions need a comment beside them, above them, or above their statement': {
    rule: checkAssertions,
    path: 'packages/a/src/a.ts',
    lines: [
      ['const a = b as C;', true],
      ['const d = b!;', true],
      ['const e = b as C; // The caller has checked.', false],
      ['// The caller has checked.', false],
      ['const f = [', false],
      ['  b as C,', false],
      ['];', false],
      ['const g = [1] as const;', false],
      ['const h = { b } satisfies D;', false],
      [`import { b as i } from './b.ts';`, false],
    ],
  },
  'empty words are refused in what is declared, and only as words': {
    rule: checkDeclaredNames,
    path: 'packages/a/src/a.ts',
    lines: [
      ['class ShipmentManager {}', true],
      ['function dateUtils() {}', true],
      ['interface CommonFields {}', true],
      ['type Managed = string;', false],
      ['function commonality() {}', false],
    ],
  },
  'the domain may not ask the clock or chance': {
    rule: checkPureDomain,
    path: 'packages/domain/src/time/now.ts',
    lines: [
      ['const a = Date.now();', true],
      ['const b = new Date();', true],
      ['const c = Math.random();', true],
      ['const d = Temporal.Now.instant();', true],
      ['const e = Date();', true],
      ['const f = new Date(0);', false],
      ['const g = Date.parse(text);', false],
      ['const h = Math.max(1, 2);', false],
    ],
  },
  'promises name their issue': {
    rule: checkTodos,
    path: 'packages/a/src/a.ts',
    lines: [
      [`// ${todo} Split this.`, true],
      [`// ${todo} #12 Split this.`, false],
      [`const a = '${todo}';`, false],
    ],
  },
  'SQL is known by its beginning': {
    rule: checkSqlRoom,
    path: 'packages/server/src/http/routes.ts',
    lines: [
      [`const a = 'SELECT id FROM shipment';`, true],
      ['const b = `  insert into $' + '{table} values (1)`;', true],
      [`const c = 'UPDATE shipment SET milestone = 1';`, true],
      ['const d = sql`1`;', true],
      [`const e = 'Select a carrier.';`, false],
      [`const f = 'Update the carrier and set a zone.';`, false],
      [`const g = 'Delete from the list what has arrived.'.length;`, false],
    ],
  },
};

test.each(Object.entries(cases))('%s', (_, { rule, path, lines }) => {
  const findings = rule([sourceOf(path, ...lines.map(([source]) => source))]);
  const expected = lines.flatMap(([, bites], index) => (bites ? [index + 1] : []));
  expect(findings.map(({ line }) => line)).toEqual(expected);
});

describe('the rooms of a rule', () => {
  test.each([
    [
      'packages/server/src/modules/tracking/store/find-shipment.ts',
      checkSqlRoom,
      `query('SELECT id FROM shipment');`,
    ],
    ['packages/server/src/http/routes.test.ts', checkSqlRoom, `query('SELECT id FROM shipment');`],
    ['packages/server/src/clock.ts', checkPureDomain, 'Date.now();'],
    ['packages/domain/src/time/now.test.ts', checkPureDomain, 'Date.now();'],
  ])('leave %s alone', (path, rule, source) => {
    expect(rule([sourceOf(path, source)])).toEqual([]);
  });
});
