/**
 * The rules of this repository that no other tool holds. Each is a pure function in tools/tidy/ from files to
 * findings, with its own tests. Here they check the real checkout; the findings are the failure message.
 */
import { expect, test } from 'vitest';
import { readCheckout } from './checkout.ts';
import { describeFinding } from './tidy/finding.ts';
import { pending, withoutPending } from './tidy/pending.ts';
import { rulesFor } from './tidy/rules.ts';

const files = readCheckout();
const rules = rulesFor(files);

test('the checkout is read', () => {
  expect(files.map(({ path }) => path)).toContain('tools/tidy.test.ts');
});

test.each(Object.entries(rules))('%s', (rule, check) => {
  expect(withoutPending(rule, check()).map(describeFinding)).toEqual([]);
});

test('pending folders name an existing rule', () => {
  expect(pending.filter(({ rule }) => rules[rule] === undefined)).toEqual([]);
});
