import { ar as arEvents } from './events/ar.ts';
import { de as deEvents } from './events/de.ts';
import { type EventTexts, en as enEvents } from './events/en.ts';
import { es as esEvents } from './events/es.ts';
import { fr as frEvents } from './events/fr.ts';
import { it as itEvents } from './events/it.ts';
import { nl as nlEvents } from './events/nl.ts';
import { pl as plEvents } from './events/pl.ts';
import { pt as ptEvents } from './events/pt.ts';
import { tr as trEvents } from './events/tr.ts';
import { ar } from './messages/ar.ts';
import { de } from './messages/de.ts';
import { en, type Messages } from './messages/en.ts';
import { es } from './messages/es.ts';
import { fr } from './messages/fr.ts';
import { it } from './messages/it.ts';
import { nl } from './messages/nl.ts';
import { pl } from './messages/pl.ts';
import { pt } from './messages/pt.ts';
import { tr } from './messages/tr.ts';

/** One language of the portal. */
export interface Language {
  /** The language's own name for itself. */
  name: string;
  /** Locale for dates, times and countries. */
  locale: string;
  direction: 'ltr' | 'rtl';
  messages: Messages;
  eventTexts: EventTexts;
}

const ltr = 'ltr';

/**
 * The supported languages. Locales are specific where formats differ: British English, European Portuguese,
 * and Arabic with Latin digits, as in tracking numbers.
 */
export const languages = {
  en: { name: 'English', locale: 'en-GB', direction: ltr, messages: en, eventTexts: enEvents },
  nl: { name: 'Nederlands', locale: 'nl', direction: ltr, messages: nl, eventTexts: nlEvents },
  de: { name: 'Deutsch', locale: 'de', direction: ltr, messages: de, eventTexts: deEvents },
  fr: { name: 'Français', locale: 'fr', direction: ltr, messages: fr, eventTexts: frEvents },
  es: { name: 'Español', locale: 'es', direction: ltr, messages: es, eventTexts: esEvents },
  it: { name: 'Italiano', locale: 'it', direction: ltr, messages: it, eventTexts: itEvents },
  pl: { name: 'Polski', locale: 'pl', direction: ltr, messages: pl, eventTexts: plEvents },
  pt: { name: 'Português', locale: 'pt-PT', direction: ltr, messages: pt, eventTexts: ptEvents },
  tr: { name: 'Türkçe', locale: 'tr', direction: ltr, messages: tr, eventTexts: trEvents },
  ar: { name: 'العربية', locale: 'ar-u-nu-latn', direction: 'rtl', messages: ar, eventTexts: arEvents },
} as const satisfies Record<string, Language>;

export type LanguageCode = keyof typeof languages;

// Object.keys of a const table returns exactly its keys; TypeScript widens them to string.
export const languageCodes = Object.keys(languages) as LanguageCode[];

/** Whether the portal supports a language, given its two-letter code. */
export function isLanguageCode(text: string): text is LanguageCode {
  return Object.hasOwn(languages, text);
}
