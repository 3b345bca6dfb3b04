/**
 * Checks of the documents that need no running product. Commands that call the API are run by
 * e2e/docs.test.ts.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCheckout, root } from './checkout.ts';
import { anchorsIn, codeBlocksIn, linksIn } from './docs/markdown.ts';
import { makeTemporaryCheckout } from './docs/temporary-checkout.ts';
import { applyWalk } from './walks/apply-walk.ts';
import { documentedWalks } from './walks/documented-walks.ts';

const documents = readCheckout().filter((file) => file.path.endsWith('.md'));
const byPath = new Map(documents.map((document) => [document.path, document.text]));

test('every JSON sample parses', () => {
  const broken = documents.flatMap(({ path: place, text }) =>
    codeBlocksIn(text).flatMap((block) => {
      const fault = block.language === 'json' ? faultOf(block.text) : null;
      return fault === null ? [] : [`${place}:${block.line} ${fault}`];
    }),
  );
  expect(broken).toEqual([]);
});

test('every link between documents has a target', () => {
  const dead = documents.flatMap(({ path: place, text }) =>
    linksIn(text)
      .filter(({ target }) => !hasTarget(place, target))
      .map(({ target, line }) => `${place}:${line} ${target}`),
  );
  expect(dead).toEqual([]);
});

test('the index lists every document below docs', () => {
  const index = 'docs/README.md';
  const listed = new Set(linksIn(byPath.get(index) ?? '').map(({ target }) => placeOf(index, target)));
  const expected = [...byPath.keys()].filter((place) => place.startsWith('docs/') && place !== index);
  expect(expected.filter((place) => !listed.has(place))).toEqual([]);
});

test('every walk fits the checkout and lists the existing files that it changes', () => {
  const files = new Map(readCheckout().map((file) => [file.path, file.text]));
  const walks = documentedWalks(files);
  expect(walks.map(({ document }) => document)).toContain('docs/adding-a-rule.md');
  for (const { document, walk } of walks) {
    expect(applyWalk(walk, files).edited, document).toEqual(walk.sharedFiles);
  }
});

test('every decision has a date, a status, and its title in the index', () => {
  const index = byPath.get('docs/README.md') ?? '';
  const decisions = documents.filter((document) => /^docs\/adr\/\d{4}-/.test(document.path));
  const faults = decisions.flatMap(({ path: place, text }) => {
    const [, number = '', title = ''] = /^# (\d{4}): (.+)\n/.exec(text) ?? [];
    const file = path.posix.basename(place);
    const isListed = index.includes(`| [${number}](adr/${file}) | ${title} |`) && file.startsWith(number);
    const isDated = /^Date: \d{4}-\d{2}-\d{2}[.] Status: (?:proposed|accepted|replaced by \d{4})\b/m.test(
      text,
    );
    return [
      ...(isListed ? [] : [`${place} is not in the index`]),
      ...(isDated ? [] : [`${place} has no date`]),
    ];
  });
  expect(decisions.length).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

test('the commands that add a connector succeed in a copy of the checkout', {
  timeout: 300_000,
}, async () => {
  const blocks = codeBlocksIn(byPath.get('docs/adding-a-connector.md') ?? '');
  const commands = blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.split('\n'));
  expect(commands[0]).toMatch(/^npm run new:connector/);
  const checkout = await makeTemporaryCheckout();
  try {
    for (const command of commands) {
      const { exitCode, output } = await run(command, checkout.folder);
      expect(exitCode, `${command}\n${output}`).toBe(0);
      // Vitest succeeds without a match too, so what ran is looked at.
      if (command.includes('vitest')) expect(output, command).toMatch(/Tests\s+[3-9]\d passed/);
    }
  } finally {
    await checkout.remove();
  }
});

function run(command: string, folder: string): Promise<{ exitCode: number; output: string }> {
  const node = path.dirname(process.execPath);
  const env = { ...process.env, NO_COLOR: '1', PATH: `${node}${path.delimiter}${process.env.PATH}` };
  return new Promise((resolve) => {
    execFile('sh', ['-c', command], { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr });
    });
  });
}

function faultOf(json: string): string | null {
  try {
    JSON.parse(json);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'does not parse';
  }
}

function hasTarget(from: string, target: string): boolean {
  if (/^(?:https?|mailto):/.test(target)) return true;
  const place = placeOf(from, target);
  if (!existsSync(path.join(root, place))) return false;
  const anchor = target.split('#')[1];
  const text = byPath.get(place);
  return anchor === undefined || text === undefined || anchorsIn(text).has(anchor);
}

/** The path from the root, without the anchor; an anchor alone refers to the same document. */
function placeOf(from: string, target: string): string {
  const [file = ''] = target.split('#');
  return file === '' ? from : path.posix.join(path.posix.dirname(from), file);
}
