import { ar as arHappenings } from './happenings/ar.ts';
import { de as deHappenings } from './happenings/de.ts';
import { en as enHappenings, type Happenings } from './happenings/en.ts';
import { es as esHappenings } from './happenings/es.ts';
import { fr as frHappenings } from './happenings/fr.ts';
import { it as itHappenings } from './happenings/it.ts';
import { nl as nlHappenings } from './happenings/nl.ts';
import { pl as plHappenings } from './happenings/pl.ts';
import { pt as ptHappenings } from './happenings/pt.ts';
import { tr as trHappenings } from './happenings/tr.ts';
import { ar } from './words/ar.ts';
import { de } from './words/de.ts';
import { en, type Words } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import { nl } from './words/nl.ts';
import { pl } from './words/pl.ts';
import { pt } from './words/pt.ts';
import { tr } from './words/tr.ts';

/** One language of the portal. */
export interface Language {
  /** What it calls itself. */
  name: string;
  /** Locale for dates, times and countries. */
  locale: string;
  direction: 'ltr' | 'rtl';
  words: Words;
  happenings: Happenings;
}

const ltr = 'ltr';

/**
 * The locale says more than the language where the rules differ within it: English as written outside the United States, Portuguese of Portugal, and
 * Arabic with the digits that tracking numbers have.
 */
export const languages = {
  en: { name: 'English', locale: 'en-GB', direction: ltr, words: en, happenings: enHappenings },
  nl: { name: 'Nederlands', locale: 'nl', direction: ltr, words: nl, happenings: nlHappenings },
  de: { name: 'Deutsch', locale: 'de', direction: ltr, words: de, happenings: deHappenings },
  fr: { name: 'Français', locale: 'fr', direction: ltr, words: fr, happenings: frHappenings },
  es: { name: 'Español', locale: 'es', direction: ltr, words: es, happenings: esHappenings },
  it: { name: 'Italiano', locale: 'it', direction: ltr, words: it, happenings: itHappenings },
  pl: { name: 'Polski', locale: 'pl', direction: ltr, words: pl, happenings: plHappenings },
  pt: { name: 'Português', locale: 'pt-PT', direction: ltr, words: pt, happenings: ptHappenings },
  tr: { name: 'Türkçe', locale: 'tr', direction: ltr, words: tr, happenings: trHappenings },
  ar: { name: 'العربية', locale: 'ar-u-nu-latn', direction: 'rtl', words: ar, happenings: arHappenings },
} as const satisfies Record<string, Language>;

export type LanguageCode = keyof typeof languages;

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const languageCodes = Object.keys(languages) as LanguageCode[];

export function isLanguageCode(text: string): text is LanguageCode {
  return Object.hasOwn(languages, text);
}
