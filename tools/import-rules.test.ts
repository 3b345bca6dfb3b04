/**
 * Tests the import rules on a small project in which each line below is one import: the listed rules must
 * report it, and no other rule. All imports are of types only, because those must count too.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { root } from './checkout.ts';
import { moduleArrows } from './module-arrows.ts';

const domain = 'packages/domain/src';
const carriers = 'packages/connectors/src/carriers';
const server = 'packages/server/src';
const modules = `${server}/modules`;

/** Importing file, imported file or package, and the rules that refuse it. */
const cases: readonly (readonly [from: string, to: string, rules: readonly string[]])[] = [
  [`${domain}/a.ts`, `${domain}/place.ts`, []],
  [`${domain}/b.ts`, 'temporal-polyfill', []],
  [`${domain}/c.ts`, 'node:fs', ['domain-touches-nothing']],
  [`${domain}/c.test.ts`, 'node:fs', []],
  [
    `${domain}/d.ts`,
    'packages/contract/src/index.ts',
    ['domain-knows-only-itself', 'domain-touches-nothing'],
  ],
  ['packages/contract/src/a.ts', `${domain}/index.ts`, []],
  ['packages/contract/src/b.ts', `${domain}/place.ts`, ['no-deep-imports-across-packages']],
  ['packages/contract/src/c.ts', `${server}/index.ts`, ['contract-knows-only-domain']],
  ['packages/gazetteer/src/a.ts', 'packages/connectors/src/index.ts', ['gazetteer-knows-only-domain']],
  ['packages/simulator/src/a.ts', 'packages/connectors/src/index.ts', []],
  ['packages/simulator/src/b.ts', `${server}/index.ts`, ['simulator-knows-only-domain-and-connectors']],
  ['packages/simulator/src/c.ts', `${carriers}/gls/codes.ts`, ['simulator-borrows-only-fixtures']],
  ['packages/simulator/src/d.ts', `${carriers}/gls/fixtures/poll.ts`, []],
  [`${carriers}/gls/a.ts`, 'packages/connectors/src/_kit/connector.ts', []],
  [`${carriers}/gls/b.ts`, `${carriers}/ups/codes.ts`, ['connector-never-knows-another']],
  [`${carriers}/gls/c.ts`, 'node:crypto', ['connector-gets-its-tools-from-the-kit']],
  [`${carriers}/index.ts`, `${carriers}/ups/codes.ts`, []],
  ['packages/connectors/src/_kit/a.ts', `${carriers}/ups/codes.ts`, ['kit-knows-no-connector']],
  ['packages/connectors/src/b.ts', `${server}/index.ts`, ['connectors-knows-only-domain']],
  [`${modules}/tracking/store/a.ts`, 'pg', ['only-the-database-platform-opens-a-database']],
  [`${server}/platform/database/a.ts`, 'pg', []],
  [`${server}/platform/http/a.ts`, `${modules}/people/index.ts`, ['platform-imports-no-module']],
  [`${server}/compose/a.ts`, `${modules}/carriers/index.ts`, []],
  [`${server}/compose/b.ts`, `${modules}/carriers/routes/index.ts`, []],
  [
    `${server}/compose/c.ts`,
    `${modules}/carriers/store/accounts.ts`,
    ['compose-enters-modules-by-index-and-routes'],
  ],
  [`${server}/compose/d.ts`, `${server}/platform/jobs/start-timer.ts`, []],
  [`${modules}/tracking/a.ts`, `${server}/platform/jobs/start-timer.ts`, ['only-compose-constructs']],
  [`${modules}/tracking/b.ts`, `${modules}/ingestion/index.ts`, []],
  [`${modules}/tracking/c.ts`, `${modules}/ingestion/store/inbox.ts`, ['modules-are-entered-by-their-index']],
  [`${modules}/tracking/d.ts`, `${modules}/tracking/store/legs.ts`, []],
  [`${modules}/ingestion/a.ts`, `${modules}/tracking/index.ts`, ['module-ingestion-imports-only-carriers']],
  [`${modules}/ingestion/b.ts`, `${server}/compose/compose.ts`, ['modules-do-not-know-who-composes-them']],
  [`${modules}/demo/a.ts`, 'packages/simulator/src/index.ts', []],
  [`${modules}/tracking/e.ts`, 'packages/simulator/src/index.ts', ['only-the-demo-starts-the-simulator']],
  [`${modules}/tracking/f.ts`, 'tools/checkout.ts', ['product-imports-no-tools']],
  [`${modules}/tracking/g.ts`, `${server}/testing/index.ts`, ['product-does-not-need-its-tests']],
  [`${modules}/tracking/h.ts`, 'vitest', ['product-runs-without-dev-dependencies']],
  [`${modules}/tracking/i.ts`, 'zod', ['declared']],
  [`${modules}/tracking/j.ts`, './nowhere.ts', ['resolvable']],
  [`${modules}/tracking/k.ts`, `${modules}/tracking/l.ts`, ['no-cycles']],
  // A cycle is reported once, at its first file.
  [`${modules}/tracking/l.ts`, `${modules}/tracking/k.ts`, []],
  ['e2e/a.ts', `${server}/testing/index.ts`, []],
  ['bench/src/a.ts', `${modules}/ingestion/receive.ts`, ['no-deep-imports-across-packages']],
];

const violationSchema = z.object({ from: z.string(), rule: z.object({ name: z.string() }) });
const reportSchema = z.object({ summary: z.object({ violations: z.array(violationSchema) }) });
type Violation = z.infer<typeof violationSchema>;

let folder: string;
let violations: Violation[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'milepost-imports-'));
  await buildProject();
  violations = await cruise();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('every module of the server has its row of allowed imports', async () => {
  const names = (await readdir(path.join(root, modules))).toSorted();
  expect(Object.keys(moduleArrows).toSorted()).toEqual(names);
});

test.each(cases)('%s → %s: %j', (from, _, rules) => {
  const reported = violations.filter((violation) => violation.from === from).map(({ rule }) => rule.name);
  expect(reported.toSorted()).toEqual(rules);
});

async function buildProject(): Promise<void> {
  const targets = cases.map(([, to]) => to).filter((to) => to.endsWith('.ts') && !to.startsWith('.'));
  for (const target of targets) await put(target, '');
  for (const [from, to] of cases) await put(from, `import type { Thing } from '${specifierOf(from, to)}';\n`);
  const manifest = (fields: object) => JSON.stringify({ type: 'module', ...fields });
  await put('package.json', manifest({ devDependencies: { vitest: '*' } }));
  await put('packages/domain/package.json', manifest({ dependencies: { 'temporal-polyfill': '*' } }));
  await put('packages/server/package.json', manifest({ dependencies: { pg: '*' } }));
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
}

async function put(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), content);
}

/** The name of a package, or the path of a file relative to the importing one. */
function specifierOf(from: string, to: string): string {
  if (!to.endsWith('.ts') || to.startsWith('.')) return to;
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

async function cruise(): Promise<Violation[]> {
  const script = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = path.join(root, '.dependency-cruiser.mjs');
  const args = [script, '--config', config, '--output-type', 'json', 'packages', 'bench', 'e2e'];
  const report = await new Promise<string>((resolve) => {
    // The exit code is the number of violations, which are expected here.
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_, stdout) =>
      resolve(stdout),
    );
  });
  return reportSchema.parse(JSON.parse(report)).summary.violations;
}
