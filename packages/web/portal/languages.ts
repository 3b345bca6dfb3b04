import { ar as arHappenings } from './events/ar.ts';
import { de as deHappenings } from './events/de.ts';
import { en as enHappenings, type Happenings } from './events/en.ts';
import { es as esHappenings } from './events/es.ts';
import { fr as frHappenings } from './events/fr.ts';
import { it as itHappenings } from './events/it.ts';
import { nl as nlHappenings } from './events/nl.ts';
import { pl as plHappenings } from './events/pl.ts';
import { pt as ptHappenings } from './events/pt.ts';
import { tr as trHappenings } from './events/tr.ts';
import { ar } from './messages/ar.ts';
import { de } from './messages/de.ts';
import { en, type Words } from './messages/en.ts';
import { es } from './messages/es.ts';
import { fr } from './messages/fr.ts';
import { it } from './messages/it.ts';
import { nl } from './messages/nl.ts';
import { pl } from './messages/pl.ts';
import { pt } from './messages/pt.ts';
import { tr } from './messages/tr.ts';

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
