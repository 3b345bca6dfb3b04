/** The rules about where something may be: SQL, column names, the demo, wiring. */
import { describe, expect, test } from 'vitest';
import { checkColumnNames } from './column-names.ts';
import { checkDemoLocation } from './demo-location.ts';
import { isWiring } from './sizes.ts';
import { checkSqlLocation } from './sql-location.ts';
import { placesOf, sourceOf } from './testing.ts';

const server = 'packages/server/src';

test.each([
  [`${server}/store/find-shipment.ts`, 0],
  [`${server}/modules/tracking/store/find-shipment.ts`, 0],
  [`${server}/platform/database/migrate.ts`, 0],
  [`${server}/modules/tracking/routes/shipments.test.ts`, 0],
  ['bench/src/list.ts', 0],
  [`${server}/modules/tracking/routes/shipments.ts`, 1],
  [`${server}/platform/jobs/wake.ts`, 1],
  [`${server}/modules/restore/find.ts`, 1],
])('SQL in %s gives %i findings', (path, count) => {
  expect(checkSqlLocation([sourceOf(path, "query('SELECT id FROM shipment');")])).toHaveLength(count);
});

describe('column names', () => {
  const schema = {
    path: `${server}/platform/database/schema.txt`,
    text: 'shipment.shipment_id uuid not null\nshipment.milestone text\n',
  };
  const lines = [
    'use(row.shipment_id);',
    'const a = { shipment_id: 1 };',
    "const b = { 'shipment_id': 1 };",
    'interface Row { shipment_id: string }',
    'use(row.shipmentId, row.milestone);',
    "const c = 'shipment_id';",
    'use(token.access_token);',
  ];
  const check = (path: string) => placesOf(checkColumnNames([sourceOf(path, ...lines)], [schema]));

  test('are members with the name of a column, outside a store', () => {
    const path = `${server}/modules/tracking/project.ts`;
    expect(check(path)).toEqual([1, 2, 3, 4].map((line) => `${path}:${line}`));
  });

  test('may be used in a store, in tests and outside the server', () => {
    expect(check(`${server}/modules/tracking/store/rows.ts`)).toEqual([]);
    expect(check(`${server}/modules/tracking/rows.test.ts`)).toEqual([]);
    expect(check('packages/contract/src/rows.ts')).toEqual([]);
  });

  test('cannot be checked without a schema', () => {
    expect(() => checkColumnNames([], [])).toThrow('schema.txt');
  });
});

describe('the demo', () => {
  const lines = [
    'if (workspace.isDemo || demoIsRunning()) skip();',
    "import './start-demo.ts';",
    'const democracy = 1;',
    '// For the demo.',
    'const { isDemo } = row; // is_demo in the database',
  ];
  test.each([
    [`${server}/modules/tracking/project.ts`, [1, 2, 4]],
    [`${server}/compose/tracking.ts`, []],
    [`${server}/compose/demo.ts`, []],
    [`${server}/modules/demo/faults.ts`, []],
    [`${server}/cli/serve.ts`, []],
    [`${server}/modules/tracking/project.test.ts`, []],
    ['packages/web/dashboard/demo/demo-bar.ts', []],
  ])('is mentioned in %s on lines %j', (path, expected) => {
    expect(checkDemoLocation([sourceOf(path, ...lines)]).map(({ line }) => line)).toEqual(expected);
  });
});

test.each([
  [`${server}/compose.ts`, true],
  [`${server}/compose/tracking.ts`, true],
  [`${server}/compose/tracking.test.ts`, false],
  [`${server}/modules/tracking/compose-message.ts`, false],
])('%s is wiring: %s', (path, expected) => {
  expect(isWiring(path)).toBe(expected);
});
