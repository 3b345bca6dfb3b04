import { describe, expect, test } from 'vitest';
import { placesOf } from '../testing.ts';
import { bannedWords } from './banned-words.ts';
import { checkWords, findTerms } from './check-words.ts';
import { splitWords } from './split-words.ts';

const termsIn = (text: string): string[] => findTerms(text).map(({ term }) => term);

test.each<[string, string[]]>([
  ['Nobody is told.', ['nobody', 'told']],
  ['const house = openRoom(DESK_COUNT);', ['house', 'room', 'desk']],
  ['see demo-desk.ts and `houseInTime`', ['desk', 'house']],
  ['a warehouse, a mushroom, the helpdesk, retelling', []],
  ['rows as of today', ['as of']],
  ['rows as\n   * of today', ['as of']],
  ['rows as\n\n of today', []],
  ['Take the list as. Of which?', ['of which']],
  ['// made\n// up', ['made up']],
  ['restOf(list), the rest of the list', ['restOf']],
])('finds whole words and phrases in %j: %j', (text, terms) => {
  expect(termsIn(text)).toEqual(terms);
});

test.each<[string, string[]]>([
  ["'delivered.neighbour': 'Handed to a neighbour.'", []],
  ['DELIVERED_AT_NEIGHBOURS', []],
  ['swapNeighbours(list)', ['neighbours']],
  ['Street and house number.', []],
  ['houseNumber, house', ['house']],
  ['Zendesk is a help desk.', []],
  ['{ asOf: 1, as_of: 1 }, rows as of today', ['as of']],
  ['Try again if it keeps happening.', []],
  ['null if there is none; of ours there is one', ['of ours']],
])('allows a term where it is the standard word, as in %j: %j', (text, terms) => {
  expect(termsIn(text)).toEqual(terms);
});

test('reports the line and what to write', () => {
  expect(checkWords([{ path: 'a.md', text: 'One.\nTake it anew.\n' }])).toEqual([
    { path: 'a.md', line: 2, message: '"anew" is not a word of this project. Write: again.' },
  ]);
});

test('reports the names of files and folders', () => {
  expect(placesOf(checkWords([{ path: 'packages/a/src/demo-desk.ts', text: '' }]))).toEqual([
    'packages/a/src/demo-desk.ts',
  ]);
});

test.each([
  ['LICENSE', 0],
  ['packages/a/package-lock.json', 0],
  ['packages/connectors/src/carriers/gls/fixtures/poll.json', 0],
  ['packages/web/portal/words/nl.ts', 0],
  ['packages/web/portal/words/en.ts', 1],
  ['docs/glossary.md', 1],
])('leaves words that are not ours alone: %s has %i', (path, count) => {
  expect(checkWords([{ path, text: 'as of the date such litigation is filed' }])).toHaveLength(count);
});

describe('the list', () => {
  test('has each term once', () => {
    const terms = bannedWords.flatMap((entry) => entry.terms);
    expect(new Set(terms).size).toBe(terms.length);
  });

  test('suggests nothing that it bans', () => {
    expect(bannedWords.filter(({ write }) => termsIn(write.replaceAll(/\([^)]*\)/g, '')).length > 0)).toEqual(
      [],
    );
  });

  const plain = (phrase: string) =>
    ` ${splitWords(phrase)
      .map(({ word }) => word)
      .join(' ')} `;

  test('has exceptions that contain one of their terms', () => {
    const useless = bannedWords.flatMap(({ terms, except = [] }) =>
      except.filter((phrase) => !terms.some((term) => plain(phrase).includes(plain(term)))),
    );
    expect(useless).toEqual([]);
  });
});
