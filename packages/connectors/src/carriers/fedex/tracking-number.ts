/**
 * FedEx's numbers, by shape and check digit:
 *
 * - 12 digits: Express, and Ground since it shares them;
 * - 15 digits: Ground;
 * - 20 digits, or 22 beginning with 92: Ground Economy, with a postal barcode;
 * - 22 digits beginning with 96: Ground's barcode; its last 15 digits are the number;
 * - 34 digits beginning with 100 or 96: Express's barcode; its last 12 digits are the number;
 * - DT and 12 digits: a door tag.
 */
export function isFedexNumber(text: string): boolean {
  const number = text.replaceAll(/[\s-]/g, '').toUpperCase();
  if (/^(?:DT)?\d{12}$/.test(number)) return hasExpressCheck(number.slice(-12));
  if (/^\d{15}$/.test(number)) return hasModTenCheck(number, [1, 3]);
  // The short form of a postal number omits its leading 92.
  if (/^(?:0[0-9]|6[0-9])\d{18}$/.test(number)) return hasModTenCheck(`92${number}`, [3, 1]);
  if (/^92(?:61|02)\d{18}$/.test(number)) return hasModTenCheck(number, [3, 1]);
  if (/^96\d{20}$/.test(number)) return hasModTenCheck(number.slice(-15), [1, 3]);
  if (/^(?:100|96\d)\d{31}$/.test(number)) return hasExpressCheck(number.slice(-12));
  return false;
}

const expressWeights = [3, 1, 7];

/** Weights 3, 1, 7 over the first eleven digits, modulo 11; ten becomes zero. */
function hasExpressCheck(number: string): boolean {
  return (weightedSum(number, expressWeights) % 11) % 10 === Number(number.at(-1));
}

function hasModTenCheck(number: string, weights: readonly number[]): boolean {
  return (10 - (weightedSum(number, weights) % 10)) % 10 === Number(number.at(-1));
}

/** Over all digits except the last. */
function weightedSum(number: string, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < number.length - 1; index++) {
    sum += Number(number[index]) * (weights[index % weights.length] ?? 0);
  }
  return sum;
}
