/** Letters that Unicode does not split into a base letter and a mark. */
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

const telegramLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** "am Main", "bei Berlin", "upon Tyne": what a label usually leaves out. */
const riverOrNeighbour =
  / (am|an der|an dem|bei|beim|im|in der|ob der|vor der|auf|upon|on|sur|aan den|aan de|nad|sul|sulla) .+$/;

/** One spelling for comparison: no marks, lower case, only letters, digits and single spaces, Saint as St. */
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

/** Every spelling under which a stored name should be found: `Köln` as koln and koeln, `Frankfurt am Main` also as frankfurt. */
export function spellingsOf(name: string): string[] {
  const telegram = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüøå]/g, (letter) => telegramLetters[letter] ?? letter);
  const keys = new Set<string>();
  for (const written of [name, telegram]) {
    for (const form of [written, written.replace(/\(.*?\)/g, ' '), ...written.split(' / ')]) {
      const key = foldName(form);
      keys.add(key);
      keys.add(key.replace(riverOrNeighbour, ''));
    }
  }
  keys.delete('');
  return [...keys];
}
