/** The rules that check one source at a time: each case is a source and the lines that its rule reports. */
import { describe, expect, test } from 'vitest';
import { checkAssertions } from './assertions.ts';
import type { Finding } from './finding.ts';
import { checkLoopNames } from './loop-names.ts';
import { checkDeclaredNames } from './names.ts';
import { checkPlaceholders } from './placeholders.ts';
import { checkPureDomain } from './pure-domain.ts';
import { checkSleeps } from './sleeps.ts';
import type { Source } from './source.ts';
import { checkSqlLocation } from './sql-location.ts';
import { sourceOf } from './testing.ts';
import { checkTodos } from './todos.ts';

interface Case {
  readonly rule: (sources: readonly Source[]) => Finding[];
  readonly path: string;
  /** Source line and whether the rule reports it. */
  readonly lines: readonly (readonly [source: string, isReported: boolean])[];
}

// Assembled, so that this file does not itself break the rules that it describes.
const eleventh = `$${11}`;
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
  'empty words are refused in declared names, and only as whole words': {
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
  'the domain may not read the clock or a random source': {
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
  'todo comments name their issue': {
    rule: checkTodos,
    path: 'packages/a/src/a.ts',
    lines: [
      [`// ${todo} Split this.`, true],
      [`// ${todo} #12 Split this.`, false],
      [`const a = '${todo}';`, false],
    ],
  },
  'nothing is called one': {
    rule: checkLoopNames,
    path: 'packages/a/src/a.ts',
    lines: [
      ['const one = 1;', true],
      ['for (const one of list) use(one);', true],
      ['list.map((one) => one.id);', true],
      ['function f(one: string) { return one; }', true],
      ['const [first, one] = list;', true],
      ['const everyone = { one: 1 };', false],
      ['list.map(({ id }) => id);', false],
    ],
  },
  'a statement has at most ten positional parameters': {
    rule: checkPlaceholders,
    path: 'packages/a/src/a.ts',
    lines: [
      [`const a = 'values ($1, $10)';`, false],
      [`const b = 'values ($1, ${eleventh})';`, true],
      [`const c = \`where id = ${eleventh}::uuid\`;`, true],
      ['const d = `costs $${price}`;', false],
    ],
  },
  'a test does not sleep': {
    rule: checkSleeps,
    path: 'packages/a/src/a.db.test.ts',
    lines: [
      [`import { setTimeout as pause } from 'node:timers/promises';`, false],
      ['await pause(100);', true],
      ['await sleep(100);', true],
      ['await new Promise((resolve) => setTimeout(resolve, 20));', true],
      [`await Promise.race([work, pause(10_000, 'late')]);`, false],
      ['setTimeout(() => stop(), 10);', false],
      ['await vi.waitFor(() => isDone());', false],
    ],
  },
  'SQL is recognised by its start': {
    rule: checkSqlLocation,
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
  const expected = lines.flatMap(([, isReported], index) => (isReported ? [index + 1] : []));
  expect(findings.map(({ line }) => line)).toEqual(expected);
});

describe('a rule of one package', () => {
  test.each([
    ['packages/server/src/clock.ts', checkPureDomain, 'Date.now();'],
    ['packages/domain/src/time/now.test.ts', checkPureDomain, 'Date.now();'],
  ])('does not check %s', (path, rule, source) => {
    expect(rule([sourceOf(path, source)])).toEqual([]);
  });
});
