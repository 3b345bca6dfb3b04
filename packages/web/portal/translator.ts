import type { Milestone, SubStatus } from '@milepost/contract';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Happenings } from './events/en.ts';
import { type Language, type LanguageCode, languages } from './languages.ts';
import type { Words } from './messages/en.ts';

type Values = Readonly<Record<string, string | number>>;

/** The words of one language, put together. Messages are compiled when they are first needed and kept. */
export class Wording {
  readonly code: LanguageCode;
  readonly language: Language;
  readonly #compiled = new Map<string, IntlMessageFormat>();

  constructor(code: LanguageCode) {
    this.code = code;
    this.language = languages[code];
  }

  say(key: keyof Words, values?: Values): string {
    const text = this.language.words[key];
    // Most words have nothing to fill in, and need no compiler.
    if (!text.includes('{')) return text;
    const known = this.#compiled.get(key);
    const message =
      known ?? new IntlMessageFormat(text, this.language.locale, undefined, { ignoreTag: true });
    if (known === undefined) this.#compiled.set(key, message);
    return String(message.format(values));
  }

  title(milestone: Milestone): string {
    return this.say(`title.${milestone}`);
  }

  /** What happened, in a sentence. A sub-status that says no more than its milestone is worded by that. */
  happened(subStatus: SubStatus): string {
    const own: Partial<Record<SubStatus, string>> & Happenings = this.language.happenings;
    // The part before the point of a sub-status is a milestone, by the type of the taxonomy.
    const milestone = subStatus.slice(0, subStatus.indexOf('.')) as Milestone;
    return own[subStatus] ?? this.say(`milestone.${milestone}`);
  }
}

const wordings = new Map<LanguageCode, Wording>();

export function wordingOf(code: LanguageCode): Wording {
  const wording = wordings.get(code) ?? new Wording(code);
  wordings.set(code, wording);
  return wording;
}
