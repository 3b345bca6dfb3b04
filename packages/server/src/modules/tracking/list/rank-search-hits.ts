import { type SearchMatch, searchMatches } from '@milepost/contract';

/**
 * Why a shipment was found, and how well. The database searches folded text and keys; here each candidate is
 * compared field by field, to show what matched and to rank the best first.
 */
export interface SearchSubject {
  id: string;
  trackingId: string;
  trackingNumber: string;
  references: readonly string[];
  recipientName: string | null;
  recipientEmail: string | null;
  destinationPostcode: string | null;
  /** Every number and reference, folded. */
  codes: readonly string[];
}

export const qualities = ['exact', 'begins', 'contains', 'similar'] as const;
export type Quality = (typeof qualities)[number];

export interface RankedHit<S extends SearchSubject> {
  subject: S;
  matched: SearchMatch;
  quality: Quality;
  value: string;
}

/**
 * Best first, then newest first: ids ascend with the time of registration. Without `seesEmail`, an address is
 * no match: otherwise a reader who may not see addresses could guess them.
 */
export function rankSearchHits<S extends SearchSubject>(
  typed: string,
  subjects: readonly S[],
  { seesEmail }: { seesEmail: boolean },
): RankedHit<S>[] {
  return subjects
    .flatMap((subject) => hitOf(typed, subject, seesEmail))
    .sort(
      (left, right) =>
        qualities.indexOf(left.quality) - qualities.indexOf(right.quality) ||
        searchMatches.indexOf(left.matched) - searchMatches.indexOf(right.matched) ||
        (left.subject.id < right.subject.id ? 1 : -1),
    );
}

interface Reading {
  matched: SearchMatch;
  quality: Quality;
  value: string;
}

function hitOf<S extends SearchSubject>(typed: string, subject: S, seesEmail: boolean): RankedHit<S>[] {
  const shown = seesEmail ? subject : { ...subject, recipientEmail: null };
  const readings = [...codeReadings(typed, shown), ...wordReadings(typed, shown)];
  const [best] = readings.sort(
    (left, right) => qualities.indexOf(left.quality) - qualities.indexOf(right.quality),
  );
  if (best) return [{ subject, ...best }];
  // Found by a folding that this file does not know: it is shown all the same, as its most likely kind.
  return seesEmail
    ? [{ subject, matched: 'name', quality: 'similar', value: subject.recipientName ?? '' }]
    : [];
}

// ── numbers and references ─────────────────────────────────────────────────────────────────────────────────

function codeReadings(typed: string, subject: SearchSubject): Reading[] {
  const code = squeeze(typed);
  if (code === '') return [];
  const own: [SearchMatch, string][] = [
    ['tracking_number', subject.trackingNumber],
    ['tracking_id', subject.trackingId],
    ...subject.references.map((reference): [SearchMatch, string] => ['reference', reference]),
  ];
  const known = new Set(own.map(([, value]) => squeeze(value)));
  // What remains are numbers of further parcels and of carriers that took over.
  const further = subject.codes.filter((code) => !known.has(code));
  const fields = [
    ...own,
    ...further.map((code): [SearchMatch, string] => ['tracking_number', code.toUpperCase()]),
  ];
  const whole: [SearchMatch, string | null][] = [
    ['email', subject.recipientEmail],
    ['postcode', subject.destinationPostcode],
  ];
  return [...fields, ...whole].flatMap(([matched, value]) => {
    const quality = value === null ? null : qualityOf(code, squeeze(value));
    return quality === null || value === null ? [] : [{ matched, quality, value }];
  });
}

function qualityOf(typed: string, kept: string): Quality | null {
  if (kept === typed) return 'exact';
  if (kept.startsWith(typed)) return 'begins';
  return typed.length >= 4 && kept.includes(typed) ? 'contains' : null;
}

// ── words ──────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Every word has to match; the worst match is the quality of all. The first word that is not part of the
 * postcode decides the field.
 */
function wordReadings(typed: string, subject: SearchSubject): Reading[] {
  const words = wordsOf(typed.split('@', 1)[0] ?? '');
  const fields: [SearchMatch, string | null][] = [
    ['name', subject.recipientName],
    ['email', subject.recipientEmail?.split('@', 1)[0] ?? null],
    ['postcode', subject.destinationPostcode],
  ];
  const placed = words.map((word) => bestFieldFor(word, fields));
  if (placed.length === 0 || placed.some((place) => place === null)) return [];
  const found = placed.filter((place) => place !== null);
  const worst = Math.max(...found.map(({ quality }) => qualities.indexOf(quality)));
  const matched = found.find((place) => place.matched !== 'postcode')?.matched ?? 'postcode';
  return [{ matched, quality: qualities[worst] ?? 'similar', value: shownValue(matched, subject) }];
}

function bestFieldFor(
  word: string,
  fields: readonly [SearchMatch, string | null][],
): { matched: SearchMatch; quality: Quality } | null {
  const readings = fields.flatMap(([matched, text]) =>
    wordsOf(text ?? '').flatMap((kept) => {
      const quality = wordQuality(word, kept);
      return quality === null ? [] : [{ matched, quality }];
    }),
  );
  const [best = null] = readings.sort(
    (left, right) => qualities.indexOf(left.quality) - qualities.indexOf(right.quality),
  );
  return best;
}

function wordQuality(typed: string, kept: string): Quality | null {
  if (kept === typed) return 'exact';
  if (kept.startsWith(typed)) return 'begins';
  return slipsOf(typed).some((slip) => slipsOf(kept).includes(slip)) ? 'similar' : null;
}

/** Like search_slips in the migrations: a word, and the word without each single character. */
function slipsOf(word: string): string[] {
  if (word.length < 3 || /\d/.test(word)) return [];
  if (word.length === 3) return [word];
  return [word, ...Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1))];
}

function shownValue(matched: SearchMatch, subject: SearchSubject): string {
  const values: Partial<Record<SearchMatch, string | null>> = {
    name: subject.recipientName,
    email: subject.recipientEmail,
    postcode: subject.destinationPostcode,
  };
  return values[matched] ?? '';
}

// ── folding, as the functions of the baseline migration do it ─────────────────────────────────────────

const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase();
  return plain.replaceAll(/[øłđıßæœ]/g, (letter) => letters[letter] ?? letter);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters separate words like any other.
const between = /[\u0001-\u002F\u003A-\u0060\u007B-\u00A0\u2000-\u206F]+/g;

function squeeze(text: string): string {
  return fold(text).replaceAll(between, '');
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(between)
    .filter((word) => word.length >= 2)
    .map((word) => word.slice(0, 24));
}
