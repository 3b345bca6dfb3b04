/**
 * 1Z and sixteen more characters, the last a check digit; a letter and ten digits (waybills); 1R (Roadie);
 * MI (Mail Innovations). The postal numbers of Mail Innovations and bare freight numbers have shapes that
 * are too common.
 */
export function isUpsNumber(trackingNumber: string): boolean {
  const number = trackingNumber.replaceAll(/\s/g, '').toUpperCase();
  if (/^1Z[A-Z0-9]{15}\d$/.test(number)) return hasCheckDigit(number.slice(2));
  if (/^[AHJKTV]\d{10}$/.test(number)) return hasCheckDigit(number.slice(1));
  return /^1R(?:[A-Z0-9]{14}|[A-Z0-9]{26})$/.test(number) || /^MI\d{6}[A-Z0-9]{1,22}$/.test(number);
}

/** Weights 1 and 2 alternate from the left; the sum plus the last digit is a multiple of ten. */
function hasCheckDigit(text: string): boolean {
  let sum = 0;
  for (let index = 0; index < text.length - 1; index++) {
    sum += digitOf(text.charCodeAt(index)) * (index % 2 === 0 ? 1 : 2);
  }
  return (10 - (sum % 10)) % 10 === Number(text.at(-1));
}

/** A counts as 2, B as 3 … H as 9, I as 0 and so on. */
function digitOf(charCode: number): number {
  return charCode < 65 ? charCode - 48 : (charCode - 63) % 10;
}
