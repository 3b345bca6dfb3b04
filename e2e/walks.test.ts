/**
 * Executes the walks of docs/adding-….md: applies all of them to one copy of the checkout and runs there what
 * a contributor is asked to run, limited to what the walks touch. tools/docs-samples.test.ts checks quickly
 * that each walk fits the checkout and lists the shared files that it changes.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readCheckout } from '../tools/checkout.ts';
import { makeTemporaryCheckout, type TemporaryCheckout } from '../tools/docs/temporary-checkout.ts';
import { describeFinding } from '../tools/tidy/finding.ts';
import { withoutPending } from '../tools/tidy/pending.ts';
import { rulesFor } from '../tools/tidy/rules.ts';
import { applyWalks, documentedWalks } from '../tools/walks/documented-walks.ts';

const checkout = new Map(readCheckout().map(({ path: file, text }) => [file, text]));
const walks = documentedWalks(checkout);
const changes = applyWalks(walks, checkout);
const created = [...changes.keys()].filter((file) => !checkout.has(file));
const bin = (file: string): string => path.join('node_modules', file);
const schemaFile = 'packages/server/src/platform/database/schema.txt';
const tests = (suffix: RegExp): string[] => created.filter((file) => suffix.test(file));

describe('the walks of the documents', { timeout: 300_000 }, () => {
  let copy: TemporaryCheckout;
  const run = (args: readonly string[], environment = {}) => runNode(copy.folder, args, environment);
  beforeAll(async () => {
    copy = await makeTemporaryCheckout();
    for (const [file, text] of changes) {
      mkdirSync(path.dirname(path.join(copy.folder, file)), { recursive: true });
      writeFileSync(path.join(copy.folder, file), text);
    }
  });
  afterAll(() => copy.remove());

  it('are found', () => {
    expect(walks.map(({ document }) => document)).toEqual(
      expect.arrayContaining(['docs/adding-a-module.md', 'docs/adding-a-route.md', 'docs/adding-a-rule.md']),
    );
  });

  it('generate', () => {
    run(['tools/gen.ts']);
    const generated = (file: string): string => textOf(copy, file);
    expect(generated('docs/reference/taxonomy.md')).toContain('`not_collected`');
    expect(generated('packages/contract/openapi.json')).toContain('changeWebhookEndpoint');
    expect(generated(schemaFile)).toContain('note_shipment');
    expect(generated('ARCHITECTURE.md')).toContain('| [notes](');
  });

  it('have the right types', () => {
    const packages = new Set(
      [...changes.keys()].map((file) => /^packages\/[^/]+/.exec(file)?.[0] ?? 'tools'),
    );
    const projects = [...packages].flatMap((name) =>
      globSync(`${name}/tsconfig*.json`, { cwd: copy.folder }),
    );
    for (const project of projects) run([bin('typescript/bin/tsc'), '-p', project]);
  });

  it('are formatted and pass the linter', () => {
    run([bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', ...changes.keys()]);
  });

  it('keep the import rules', () => {
    const config = ['--config', '.dependency-cruiser.mjs'];
    const sources = ['packages/server/src', 'packages/domain/src/exceptions', 'packages/contract/src'];
    run([bin('dependency-cruiser/bin/dependency-cruiser.mjs'), ...config, ...sources]);
  });

  it('keep the rules of tidy', () => {
    const schema = [[schemaFile, textOf(copy, schemaFile)]] as const;
    const files = [...new Map([...checkout, ...changes, ...schema])].map(([file, text]) => {
      return { path: file, text };
    });
    const findings = Object.entries(rulesFor(files)).flatMap(([rule, check]) =>
      withoutPending(rule, check()).map(describeFinding),
    );
    expect(findings).toEqual([]);
  });

  it('pass their tests', () => {
    const unit = [
      'packages/domain/src/exceptions',
      'packages/contract/src',
      ...tests(/(?<![.]db)[.]test[.]ts$/),
    ];
    const vitest = [bin('vitest/vitest.mjs'), 'run', '--project'];
    run([...vitest, 'unit', ...unit]);
    const url = inject('postgres')?.url;
    run(
      [...vitest, 'db', ...tests(/[.]db[.]test[.]ts$/)],
      url === undefined ? {} : { TEST_DATABASE_URL: url },
    );
  });
});

/** Throws with the output if the command fails. */
function runNode(cwd: string, args: readonly string[], environment: Readonly<Record<string, string>>): void {
  const env = { ...process.env, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')}\n${stdout}\n${stderr}`);
}

function textOf({ folder }: TemporaryCheckout, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}
