import type { CheckoutFile } from '../../checkout.ts';
import type { Finding } from '../finding.ts';
import { type BannedWords, bannedWords } from './banned-words.ts';
import { splitWords } from './split-words.ts';

/**
 * Files whose words are not ours to choose: the licence, what npm writes, payloads in the carriers' words,
 * other languages, and this rule itself.
 */
const notChecked = [
  /^LICENSE$/,
  /(?:^|\/)package-lock\.json$/,
  /\/fixtures\//,
  /^packages\/web\/.*\/(?:ar|de|es|fr|it|nl|pl|pt|tr)\.ts$/,
  /^tools\/tidy\/words\//,
];

/** Refuses banned words in the names and texts of all files. */
export function checkWords(files: readonly CheckoutFile[]): Finding[] {
  const checked = files.filter(({ path }) => !notChecked.some((pattern) => pattern.test(path)));
  return checked.flatMap((file) => [...checkName(file), ...checkText(file)]);
}

function checkName({ path }: CheckoutFile): Finding[] {
  return findTerms(path).map(({ term, write }) => ({ path, message: messageFor(term, write) }));
}

function checkText({ path, text }: CheckoutFile): Finding[] {
  return findTerms(text).map(({ term, write, line }) => ({ path, line, message: messageFor(term, write) }));
}

function messageFor(term: string, write: string): string {
  return `"${term}" is not a word of this project. Write: ${write}.`;
}

interface Found {
  readonly term: string;
  readonly write: string;
  readonly line: number;
}

/** By the first word of a term or of an exception, so that each word of a text is looked up once. */
interface Phrase {
  readonly words: readonly string[];
  readonly entry: BannedWords;
  readonly isException: boolean;
}

const phrases = indexPhrases(bannedWords);

function indexPhrases(entries: readonly BannedWords[]): ReadonlyMap<string, Phrase[]> {
  const index = new Map<string, Phrase[]>();
  const add = (text: string, entry: BannedWords, isException: boolean): void => {
    const words = isIdentifier(text) ? [text] : splitWords(text).map(({ word }) => word);
    const [first = ''] = words;
    index.set(first, [...(index.get(first) ?? []), { words, entry, isException }]);
  };
  for (const entry of entries) {
    for (const term of entry.terms) add(term, entry, false);
    for (const phrase of entry.except ?? []) add(phrase, entry, true);
  }
  return index;
}

/** Identifiers are matched as they are, because their parts are ordinary words (`restOf`, `asOf`). */
function isIdentifier(term: string): boolean {
  return /^\w*[A-Z_]\w*$/.test(term);
}

function phrasesAt(word: string, identifier: string): readonly Phrase[] {
  const ofWord = phrases.get(word) ?? [];
  return identifier === word ? ofWord : [...ofWord, ...(phrases.get(identifier) ?? [])];
}

/** Every banned term in the text that is not part of an exception. */
export function findTerms(text: string): Found[] {
  const words = splitWords(text);
  const excepted = new Set<number>();
  const found: (Found & { first: number })[] = [];
  for (const [first, { word, identifier, line }] of words.entries()) {
    for (const phrase of phrasesAt(word, identifier)) {
      const isMatch = phrase.words.every((expected, offset) => {
        const candidate = words[first + offset];
        return candidate?.word === expected || candidate?.identifier === expected;
      });
      if (!isMatch) continue;
      if (phrase.isException) for (const offset of phrase.words.keys()) excepted.add(first + offset);
      else found.push({ term: phrase.words.join(' '), write: phrase.entry.write, line, first });
    }
  }
  return found
    .filter(({ first }) => !excepted.has(first))
    .map(({ term, write, line }) => ({ term, write, line }));
}
