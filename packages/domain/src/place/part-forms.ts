import { foldName } from './fold-name.ts';

/** Words that carriers add to the name of the town in which a facility is located. */
const facilityWords = new Set(
  (
    'gateway hub depot airport apt air sort sorting center centre distribution facility service services area international intl ' +
    'domestic network processing plant terminal station office parcel delivery post mail warehouse local regional main carrier ' +
    'transit sortiercenter verteilzentrum logistikzentrum north south east west nord sud ost noord zuid oost ' +
    'paketzentrum zustellbasis zustellstutzpunkt niederlassung sorteercentrum distributiecentrum agence plateforme ' +
    'dhl gls dpd ups fedex postnl usps tnt hermes evri of the in at'
  ).split(' '),
);

/** One interpretation of a part of an address: its name, and the state code after it ("BRISBANE QLD"). */
export interface PartForm {
  name: string;
  region?: string;
  /**
   * A number follows the name: "Dublin 4", but more often "Oderweg 2". Such a form is not looked up within
   * the other parts of the address.
   */
  isNumbered?: boolean;
}

/**
 * All forms of a part, most reliable first: the words as given, the words before a state code, without
 * facility words, and the pieces of "Leipzig/Halle". Names are folded.
 */
export function formsOf(part: string, isRegion: (key: string) => boolean): PartForm[] {
  const words = withoutLeadingNumber(part).split(/\s+/);
  const written = words.join(' ');
  const forms: PartForm[] = [{ name: foldName(written) }];
  const codeAt = words.findLastIndex(
    (word, at) => at > 0 && /^[A-Z]{2,3}$/.test(word) && isRegion(foldName(word)),
  );
  if (codeAt > 0) {
    const region = foldName(words[codeAt] ?? '');
    const before = words.slice(0, codeAt).join(' ');
    forms.push({ name: foldName(before), region }, { name: withoutFacilityWords(before), region });
  }
  for (const piece of [written, ...written.split(/\s?[/–-]\s?/)]) {
    forms.push({ name: withoutFacilityWords(piece) });
    const unnumbered = piece.replace(/\s(?:\d+\s?\p{L}?|\p{Lu})$/u, '');
    if (unnumbered !== piece) forms.push({ name: foldName(unnumbered), isNumbered: true });
  }
  const seen = new Set<string>();
  return forms.filter((form) => form.name.length > 1 && !seen.has(form.name) && seen.add(form.name));
}

/** In "1043 AG Amsterdam" and "D-04435 Schkeuditz" the town follows the postcode. */
function withoutLeadingNumber(part: string): string {
  return part.replace(/^(?:[A-Z]{1,3}-)?\d[\d-]*(?:\s[A-Z]{2}(?=\s))?\s*/, '').trim();
}

function withoutFacilityWords(words: string): string {
  const kept = foldName(words).split(' ');
  while (kept.length > 0 && facilityWords.has(kept[0] ?? '')) kept.shift();
  while (kept.length > 0 && facilityWords.has(kept.at(-1) ?? '')) kept.pop();
  return kept.join(' ');
}
