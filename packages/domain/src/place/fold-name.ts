/** Letters that Unicode does not decompose into a base letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ə: 'e',
};

const shortWords: Readonly<Record<string, string>> = {
  saint: 'st',
  sainte: 'ste',
  sankt: 'st',
  mount: 'mt',
  fort: 'ft',
};

const letterDigraphs: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** "am Main", "bei Berlin", "upon Tyne": usually omitted on labels. */
const locationSuffix =
  / (am|an der|an dem|bei|beim|im|in der|ob der|vor der|auf|upon|on|sur|aan den|aan de|nad|sul|sulla) .+$/;

/**
 * Normalises a name for comparison: lower case, no diacritics, only letters, digits and single spaces, Saint
 * as St.
 */
export function foldName(text: string): string {
  const bare = /^[ -~]*$/.test(text) ? text.toLowerCase() : withoutMarks(text);
  return bare
    .replace(/['’‘ʻʼ`´]/g, (_mark, at: number) => (at === 1 ? ' ' : ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b(?:saint|sainte|sankt|mount|fort)\b/g, (word) => shortWords[word] ?? word);
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþħıə]/g, (letter) => plainLetters[letter] ?? letter);
}

/**
 * Every folded spelling under which a town is found: `Köln` as koln and koeln, `Frankfurt am Main` also as
 * frankfurt.
 */
export function spellingsOf(name: string): string[] {
  const withDigraphs = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüøå]/g, (letter) => letterDigraphs[letter] ?? letter);
  const keys = new Set<string>();
  for (const written of [name, withDigraphs]) {
    for (const form of [written, written.replace(/\(.*?\)/g, ' '), ...written.split(' / ')]) {
      const key = foldName(form);
      keys.add(key);
      keys.add(key.replace(locationSuffix, ''));
    }
  }
  keys.delete('');
  return [...keys];
}
