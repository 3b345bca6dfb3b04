/**
 * Shapes of the divisions' numbers. Several carriers use ten to twelve digits, so a known check digit must
 * match.
 */
export function isDhlNumber(text: string): boolean {
  const number = text.replaceAll(/\s/g, '').toUpperCase();
  if (/^\d{10}$/.test(number)) return isExpressWaybill(number);
  if (/^\d{12}$/.test(number)) return isIdentcode(number);
  if (/^(00)?\d{18}$/.test(number)) return isSerialShippingCode(number.slice(-18));
  if (/^[A-Z]{2}\d{9}DE$/.test(number)) return isPostalItem(number.slice(2, 11));
  return looseShapes.some((shape) => shape.test(number));
}

/**
 * Without a known check digit: pieces (JD, JJD), the Benelux (JVGL, 3S), ecommerce (GM, 420 and a ZIP code),
 * Poland and PPL.
 */
const looseShapes = [
  /^JD\d{18}$/,
  /^JJD\d{16,20}$/,
  /^JVGL\d{10,22}$/,
  /^3S[A-Z]{2,4}\d{6,13}$/,
  /^GM[0-9A-Z]{11,22}$/,
  /^420\d{5}(\d{4})?9\d{19,25}$/,
  /^\d{11}$/,
];

/** The last digit is the first nine modulo 7. */
function isExpressWaybill(number: string): boolean {
  return Number(number.slice(0, 9)) % 7 === Number(number[9]);
}

/** Identcode of DHL Paket: weights 4 and 9 from the left; the check digit completes a multiple of ten. */
function isIdentcode(number: string): boolean {
  return checkDigit(number.slice(0, -1), [4, 9]) === Number(number.at(-1));
}

/** GS1's SSCC without its prefix 00: weights 3 and 1; the check digit completes a multiple of ten. */
function isSerialShippingCode(number: string): boolean {
  return checkDigit(number.slice(0, -1), [3, 1]) === Number(number.at(-1));
}

function checkDigit(digits: string, weights: readonly [number, number]): number {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (weights[at % 2] ?? 0), 0);
  return (10 - (sum % 10)) % 10;
}

/** Universal Postal Union S10: weights 8 6 4 2 3 5 9 7, modulo 11. */
function isPostalItem(digits: string): boolean {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const rest = 11 - (sum % 11);
  const special: Readonly<Record<number, number>> = { 10: 0, 11: 5 };
  return (special[rest] ?? rest) === Number(digits[8]);
}
