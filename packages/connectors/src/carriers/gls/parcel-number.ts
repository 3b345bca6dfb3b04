/**
 * Eleven digits and a check digit, eight characters (track id, Danish parcels), or eleven digits after the
 * two zeros of GLS Netherlands.
 */
export function isParcelNumber(text: string): boolean {
  if (/^\d{12}$/.test(text)) return checkDigitOf(text.slice(0, 11)) === text.slice(11);
  return /^(?:00)?\d{11}$/.test(text) || /^(?=.*[A-Z])[0-9A-Z]{8}$/.test(text);
}

/**
 * The twelfth digit: weights 3 and 1 from the left, plus one, completed to a multiple of ten (GLS Uni-Box
 * technical documentation of 2012, section 3.2.1).
 */
export function checkDigitOf(elevenDigits: string): string {
  let sum = 1;
  for (let index = 0; index < elevenDigits.length; index++) {
    sum += Number(elevenDigits[index]) * (index % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}

/** Track ids and card ids, which GLS looks up as references; parcel numbers consist of digits only. */
export function isReference(text: string): boolean {
  return /[A-Za-z]/.test(text);
}
