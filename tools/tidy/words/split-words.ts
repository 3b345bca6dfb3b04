export interface Word {
  /** In lower case; empty for what ends a phrase. */
  readonly word: string;
  /** The identifier that starts with this word, as written; empty inside an identifier. */
  readonly identifier: string;
  readonly line: number;
}

/** A line break with what marks a comment line, a word, a mark that joins words, and any other mark. */
const part =
  /(?<newline>\n\s*(?:\*+(?!\/)|\/{2,}|--|#)?)|(?<word>[A-Z]?[a-z]+(?:['’][a-z]+)?|[A-Z]+(?![a-z]))|(?<joint>(?<=\w)[.:/_-](?=\w))|(?<mark>[^\s\w])/g;

/**
 * Words in lower case. Identifiers fall into their parts (`mailRoom`, `mail-room`, `mail.room`). A mark or an
 * empty line ends a phrase; the start of a comment line does not.
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let line = 1;
  for (const { groups, index } of text.matchAll(part)) {
    const { newline, word, mark } = groups ?? {};
    const breaks = newline === undefined ? 0 : newline.split('\n').length - 1;
    if (mark !== undefined || breaks > 1) words.push({ word: '', identifier: '', line });
    line += breaks;
    if (word === undefined) continue;
    words.push({ word: word.toLowerCase().replace('’', "'"), identifier: identifierAt(text, index), line });
  }
  return words;
}

function identifierAt(text: string, index: number): string {
  if (/\w/.test(text[index - 1] ?? '')) return '';
  identifier.lastIndex = index;
  return identifier.exec(text)?.[0] ?? '';
}

const identifier = /\w+/y;
