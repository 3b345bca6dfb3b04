import type { Milestone, SubStatus } from '@milepost/contract';
import { IntlMessageFormat } from 'intl-messageformat';
import type { EventTexts } from './events/en.ts';
import { type Language, type LanguageCode, languages } from './languages.ts';
import type { Messages } from './messages/en.ts';

type Values = Readonly<Record<string, string | number>>;

/** Translates message keys to one language. Messages are compiled on first use and cached. */
export class Translator {
  readonly code: LanguageCode;
  readonly language: Language;
  readonly #compiled = new Map<string, IntlMessageFormat>();

  constructor(code: LanguageCode) {
    this.code = code;
    this.language = languages[code];
  }

  translate(key: keyof Messages, values?: Values): string {
    const text = this.language.messages[key];
    // Most messages have no arguments and need no compilation.
    if (!text.includes('{')) return text;
    const known = this.#compiled.get(key);
    const message =
      known ?? new IntlMessageFormat(text, this.language.locale, undefined, { ignoreTag: true });
    if (known === undefined) this.#compiled.set(key, message);
    return String(message.format(values));
  }

  title(milestone: Milestone): string {
    return this.translate(`title.${milestone}`);
  }

  /** The sentence for an event. A sub-status without a text of its own has the text of its milestone. */
  eventText(subStatus: SubStatus): string {
    const own: Partial<Record<SubStatus, string>> & EventTexts = this.language.eventTexts;
    // The part before the dot of a sub-status is a milestone, by the type of the taxonomy.
    const milestone = subStatus.slice(0, subStatus.indexOf('.')) as Milestone;
    return own[subStatus] ?? this.translate(`milestone.${milestone}`);
  }
}

const translators = new Map<LanguageCode, Translator>();

export function translatorFor(code: LanguageCode): Translator {
  const translator = translators.get(code) ?? new Translator(code);
  translators.set(code, translator);
  return translator;
}
