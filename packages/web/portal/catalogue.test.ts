import { milestoneNames, subStatusNames } from '@milepost/domain';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { wordedByMilestone } from './events/without-own-text.ts';
import { languageCodes, languages } from './languages.ts';
import { wordingOf } from './translator.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of what a message has filled in, however deep, with the kind of each: `count:plural`. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      // 0 is literal text and 7 the `#` of a plural: neither takes a value.
      if (element.type === 0 || element.type === 7 || !('value' in element)) continue;
      found.add(`${element.value}:${element.type}`);
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

/** Forms of every plural of a message. */
function pluralForms(message: string): string[][] {
  const ast = new IntlMessageFormat(message, 'en').getAst();
  return ast.flatMap((element) => ('pluralType' in element ? [Object.keys(element.options)] : []));
}

const { en } = languages;

describe.each(languageCodes)('%s', (code) => {
  const { words, happenings, locale } = languages[code];

  it('has the same keys as English', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(en.words).sort());
    expect(Object.keys(happenings).sort()).toEqual(Object.keys(en.happenings).sort());
  });

  it('fills in the same values', () => {
    const english = new Map(Object.entries(en.words));
    for (const [key, message] of Object.entries(words)) {
      expect(argumentsOf(message), key).toEqual(argumentsOf(english.get(key) ?? ''));
    }
    for (const [key, message] of Object.entries(happenings)) expect(argumentsOf(message), key).toEqual([]);
  });

  it('has every plural form of its language', () => {
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(words)) {
      for (const forms of pluralForms(message))
        expect(forms, key).toEqual(expect.arrayContaining([...wanted]));
    }
  });

  it('says something of its own for every sub-status, but those that its milestone says as well', () => {
    const wording = wordingOf(code);
    const byMilestone: ReadonlySet<string> = new Set(wordedByMilestone);
    const own = subStatusNames.filter((name) => !byMilestone.has(name));
    expect(Object.keys(happenings).sort()).toEqual([...own].sort());
    const said = own.map((name) => wording.happened(name));
    expect(new Set(said).size).toBe(said.length);
    for (const name of wordedByMilestone) expect(wording.happened(name)).not.toBe('');
    for (const name of milestoneNames) expect(wording.title(name)).not.toBe('');
  });

  it('is not English left over', () => {
    if (code === 'en') return;
    const english = new Map<string, string>(Object.entries({ ...en.words, ...en.happenings }));
    const same = Object.entries({ ...words, ...happenings }).filter(
      ([key, text]) => text === english.get(key) && /\s/.test(text.replaceAll(/\{[^}]*\}/g, '')),
    );
    // Punctuation around two values may be the same.
    expect(same.map(([key]) => key).filter((key) => key !== 'withTime')).toEqual([]);
  });
});
