import { milestoneNames, subStatusNames } from '@milepost/domain';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { withoutOwnText } from './events/without-own-text.ts';
import { languageCodes, languages } from './languages.ts';
import { translatorFor } from './translator.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The arguments of a message at any depth, each with its kind. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      // 0 is literal text and 7 the `#` of a plural; neither is an argument.
      if (element.type === 0 || element.type === 7 || !('value' in element)) continue;
      found.add(`${element.value}:${element.type}`);
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

/** The forms of every plural in a message. */
function pluralForms(message: string): string[][] {
  const ast = new IntlMessageFormat(message, 'en').getAst();
  return ast.flatMap((element) => ('pluralType' in element ? [Object.keys(element.options)] : []));
}

const { en } = languages;

describe.each(languageCodes)('%s', (code) => {
  const { messages, eventTexts, locale } = languages[code];

  it('has the same keys as English', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en.messages).sort());
    expect(Object.keys(eventTexts).sort()).toEqual(Object.keys(en.eventTexts).sort());
  });

  it('has the same arguments as English', () => {
    const english = new Map(Object.entries(en.messages));
    for (const [key, message] of Object.entries(messages)) {
      expect(argumentsOf(message), key).toEqual(argumentsOf(english.get(key) ?? ''));
    }
    for (const [key, message] of Object.entries(eventTexts)) expect(argumentsOf(message), key).toEqual([]);
  });

  it('has every plural form of its language', () => {
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(messages)) {
      for (const forms of pluralForms(message))
        expect(forms, key).toEqual(expect.arrayContaining([...wanted]));
    }
  });

  it('has a distinct text for every sub-status except those that use the text of their milestone', () => {
    const translator = translatorFor(code);
    const byMilestone: ReadonlySet<string> = new Set(withoutOwnText);
    const own = subStatusNames.filter((name) => !byMilestone.has(name));
    expect(Object.keys(eventTexts).sort()).toEqual([...own].sort());
    const texts = own.map((name) => translator.eventText(name));
    expect(new Set(texts).size).toBe(texts.length);
    for (const name of withoutOwnText) expect(translator.eventText(name)).not.toBe('');
    for (const name of milestoneNames) expect(translator.title(name)).not.toBe('');
  });

  it('has no untranslated English texts', () => {
    if (code === 'en') return;
    const english = new Map<string, string>(Object.entries({ ...en.messages, ...en.eventTexts }));
    const same = Object.entries({ ...messages, ...eventTexts }).filter(
      ([key, text]) => text === english.get(key) && /\s/.test(text.replaceAll(/\{[^}]*\}/g, '')),
    );
    // A message with only punctuation around its arguments may be the same.
    expect(same.map(([key]) => key).filter((key) => key !== 'withTime')).toEqual([]);
  });
});
