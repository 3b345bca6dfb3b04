/**
 * What users type: whole and partial terms, common and rare ones, typing errors, and terms without a match.
 */
export const searches: Readonly<Record<string, string>> = {
  'a tracking number': 'SEED000000700000',
  'a tracking number with spaces': 'seed 0000 0070 0000',
  'the end of a number': '700000',
  'a part that every number has': '0000',
  'four digits': '7000',
  'a reference without its dash': 'order 700000',
  'a tracking id': 'M000000700000',
  'a first name that many have': 'anna',
  'two letters': 'ja',
  'a name': 'sophie dehoesmi',
  'a surname': 'dehoesmi',
  'a surname with two letters swapped': 'dehoemsi',
  'a name with a letter missing': 'ana dehoesmi',
  'a name without its accent': 'muller',
  'the start of a name': 'jandever',
  'an e-mail address': 'recipient700000@shop.example',
  'a postcode': '3511 AB',
  'the start of a postcode': '35',
  'a name and a postcode': 'jan 3511',
  'without a match': 'xyzzyxqq zzzz',
};
