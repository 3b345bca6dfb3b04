/**
 * Documents that nobody runs go wrong in silence, so what can be checked without the product is checked here;
 * the commands in them are run by e2e/docs.test.ts.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCheckout, root } from './checkout.ts';
import { anchorsIn, codeBlocksIn, linksIn } from './docs/markdown.ts';

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

test('every link between documents leads somewhere', () => {
  const dead = documents.flatMap(({ path: place, text }) =>
    linksIn(text)
      .filter(({ target }) => !leads(place, target))
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

function faultOf(json: string): string | null {
  try {
    JSON.parse(json);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'does not parse';
  }
}

function leads(from: string, target: string): boolean {
  if (/^(?:https?|mailto):/.test(target)) return true;
  const place = placeOf(from, target);
  if (!existsSync(path.join(root, place))) return false;
  const anchor = target.split('#')[1];
  const text = byPath.get(place);
  return anchor === undefined || text === undefined || anchorsIn(text).has(anchor);
}

/** From the root, without the anchor; an anchor alone means the same document. */
function placeOf(from: string, target: string): string {
  const [file = ''] = target.split('#');
  return file === '' ? from : path.posix.join(path.posix.dirname(from), file);
}
