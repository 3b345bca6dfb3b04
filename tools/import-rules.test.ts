/**
 * Holds the import rules to their word: a small house is built in which each line below is one import, and
 * the rules have to bite where the line says so and nowhere else. Imports are of types only, which must
 * count.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { root } from './checkout.ts';

const domain = 'packages/domain/src';
const carriers = 'packages/connectors/src/carriers';
const server = 'packages/server/src';

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
  [`${server}/pipeline/a.ts`, 'pg', ['only-the-store-speaks-to-a-database']],
  [`${server}/platform/database/a.ts`, 'pg', []],
  [`${server}/compose.ts`, `${server}/store/open-store.ts`, []],
  [`${server}/jobs/a.ts`, `${server}/store/open-store.ts`, ['only-compose-constructs']],
  [`${server}/http/a.ts`, `${server}/pipeline/receive.ts`, []],
  [`${server}/http/b.ts`, `${server}/pipeline/project.ts`, ['http-hands-over-to-receive']],
  [`${server}/modules/demo/a.ts`, 'packages/simulator/src/index.ts', []],
  [`${server}/jobs/b.ts`, 'packages/simulator/src/index.ts', ['only-the-demo-starts-the-simulator']],
  [`${server}/jobs/c.ts`, 'tools/checkout.ts', ['nobody-imports-the-workshop']],
  [`${server}/jobs/d.ts`, `${server}/testing/index.ts`, ['product-does-not-need-its-tests']],
  [`${server}/jobs/e.ts`, 'vitest', ['product-runs-without-dev-dependencies']],
  [`${server}/jobs/f.ts`, 'zod', ['declared']],
  [`${server}/jobs/g.ts`, './nowhere.ts', ['resolvable']],
  [`${server}/jobs/h.ts`, `${server}/jobs/i.ts`, ['no-cycles']],
  // A cycle is reported once, at its first file.
  [`${server}/jobs/i.ts`, `${server}/jobs/h.ts`, []],
  ['e2e/a.ts', `${server}/testing/index.ts`, []],
  ['bench/src/a.ts', `${server}/pipeline/receive.ts`, ['no-deep-imports-across-packages']],
];

const violationSchema = z.object({ from: z.string(), rule: z.object({ name: z.string() }) });
const reportSchema = z.object({ summary: z.object({ violations: z.array(violationSchema) }) });
type Violation = z.infer<typeof violationSchema>;

let folder: string;
let violations: Violation[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'milepost-imports-'));
  await buildHouse();
  violations = await cruise();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(cases)('%s → %s: %j', (from, _, rules) => {
  const bites = violations.filter((violation) => violation.from === from).map(({ rule }) => rule.name);
  expect(bites.toSorted()).toEqual(rules);
});

async function buildHouse(): Promise<void> {
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

/** A package goes by its name, a file by its path from the importing one. */
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
    // The exit code counts the violations; here they are the expected outcome.
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_, stdout) =>
      resolve(stdout),
    );
  });
  return reportSchema.parse(JSON.parse(report)).summary.violations;
}
