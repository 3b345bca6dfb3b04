/**
 * Milepost's tracking id: `M`, eleven characters of Crockford base 32 (55 random bits, no I, L, O, U) and a
 * check character (ISO 7064 MOD 37,36). Ids are read out on the phone and typed by hand, so the check
 * character has to detect typing errors and swapped characters.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const checkAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const randomCharacters = 11;

/** A new tracking id. `random` returns at least `count` bytes; their low five bits are used. */
export function newTrackingId(random: (count: number) => Uint8Array): string {
  const characters = Array.from(random(randomCharacters), (byte) => alphabet.charAt(byte & 31));
  const body = `M${characters.slice(0, randomCharacters).join('')}`;
  return body + checkCharacter(body);
}

/**
 * Normalises a typed tracking id: upper case, no spaces or dashes, O read as 0, I and L as 1. Null if it is
 * not a tracking id or the check character is wrong.
 */
export function readTrackingId(typed: string): string | null {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  if (!/^M[0-9A-Z]{12}$/.test(text)) return null;
  const body = text.slice(0, -1).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return checkCharacter(body) === text.slice(-1) ? body + text.slice(-1) : null;
}

/** ISO 7064 MOD 37,36 for 0–9 and A–Z. */
function checkCharacter(body: string): string {
  let product = 36;
  for (const character of body) {
    const sum = (product + checkAlphabet.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return checkAlphabet.charAt((37 - product) % 36);
}
